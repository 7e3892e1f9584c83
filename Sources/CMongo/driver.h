// libmongoc's functions, found when the first pool is opened and not when the program starts: those who keep their data in SQLite, or
// only draw, need not have the library, nor wait for it and the dozen that come with it, nor hold them in memory.
#ifndef CMONGO_DRIVER_H
#define CMONGO_DRIVER_H

#include <mongoc/mongoc.h>

#define DRIVER_FUNCTIONS(FUNCTION) \
    FUNCTION(bson_destroy_with_steal) \
    FUNCTION(bson_free) \
    FUNCTION(bson_init_static) \
    FUNCTION(bson_malloc0) \
    FUNCTION(mongoc_client_command_with_opts) \
    FUNCTION(mongoc_client_get_collection) \
    FUNCTION(mongoc_client_pool_destroy) \
    FUNCTION(mongoc_client_pool_new_with_error) \
    FUNCTION(mongoc_client_pool_pop) \
    FUNCTION(mongoc_client_pool_push) \
    FUNCTION(mongoc_client_pool_set_error_api) \
    FUNCTION(mongoc_client_read_command_with_opts) \
    FUNCTION(mongoc_client_write_command_with_opts) \
    FUNCTION(mongoc_collection_destroy) \
    FUNCTION(mongoc_collection_insert_one) \
    FUNCTION(mongoc_init) \
    FUNCTION(mongoc_log_set_handler) \
    FUNCTION(mongoc_read_concern_destroy) \
    FUNCTION(mongoc_read_concern_new) \
    FUNCTION(mongoc_read_concern_set_level) \
    FUNCTION(mongoc_read_prefs_destroy) \
    FUNCTION(mongoc_read_prefs_new) \
    FUNCTION(mongoc_uri_destroy) \
    FUNCTION(mongoc_uri_get_database) \
    FUNCTION(mongoc_uri_get_option_as_int32) \
    FUNCTION(mongoc_uri_get_option_as_utf8) \
    FUNCTION(mongoc_uri_get_password) \
    FUNCTION(mongoc_uri_has_option) \
    FUNCTION(mongoc_uri_new_with_error) \
    FUNCTION(mongoc_uri_set_appname) \
    FUNCTION(mongoc_uri_set_option_as_int32) \
    FUNCTION(mongoc_uri_set_read_concern) \
    FUNCTION(mongoc_uri_set_read_prefs_t) \
    FUNCTION(mongoc_uri_set_write_concern) \
    FUNCTION(mongoc_write_concern_destroy) \
    FUNCTION(mongoc_write_concern_new) \
    FUNCTION(mongoc_write_concern_set_journal) \
    FUNCTION(mongoc_write_concern_set_wmajority)

struct driver {
#define MEMBER(name) __typeof__(name) *name;
    DRIVER_FUNCTIONS(MEMBER)
#undef MEMBER
};

// Filled by driver_load, and then never changed.
extern struct driver driver;

// NULL when the library is there; otherwise why not, which is good until the thread loads something else. Must not run twice at once.
const char *driver_load(void);

#endif
