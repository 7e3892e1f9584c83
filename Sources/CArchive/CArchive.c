#include "CArchive.h"

#include <dlfcn.h>

const char *carchive_load(carchive_functions *functions) {
    void *library = dlopen("libarchive.so.13", RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) {
        return dlerror();
    }
#define FIND(name) \
    if ((*(void **)&functions->name = dlsym(library, #name)) == NULL) { \
        return dlerror(); \
    }
    CARCHIVE_FUNCTIONS(FIND)
#undef FIND
    return NULL;
}
