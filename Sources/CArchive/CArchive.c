#include "CArchive.h"

#include <dlfcn.h>
#include <stdbool.h>

static bool find(void *library, const char *name, void *function) {
    void *address = dlsym(library, name);
    *(void **)function = address;
    return address != NULL;
}

const char *carchive_load(carchive_functions *functions) {
    void *library = dlopen("libarchive.so.13", RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) {
        return dlerror();
    }
#define FIND(name) \
    if (!find(library, #name, &functions->name)) { \
        return dlerror(); \
    }
    CARCHIVE_FUNCTIONS(FIND)
#undef FIND
    return NULL;
}
