#include "driver.h"

#include <dlfcn.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

struct driver driver;

// When it is loaded, libmongoc makes a file of counters in shared memory, named after the process, for a tool of its own. A killed
// process would leave it behind, and a later one of the same number would complain on standard error. Without a name it goes with
// the process.
static void forget_counters(void) {
    char name[32];
    snprintf(name, sizeof name, "/mongoc-%u", (unsigned)getpid());
    shm_unlink(name);
}

const char *driver_load(void) {
    void *library = dlopen("libmongoc-1.0.so.0", RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) {
        return dlerror();
    }
    forget_counters();
#define FIND(name) \
    if ((*(void **)&driver.name = dlsym(library, #name)) == NULL) { \
        return dlerror(); \
    }
    DRIVER_FUNCTIONS(FIND)
#undef FIND
    return NULL;
}
