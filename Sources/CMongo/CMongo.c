#include "CMongo.h"
#include "driver.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct cmongo_pool {
    mongoc_uri_t *uri;
    mongoc_client_pool_t *clients;
};

_Static_assert(sizeof(cmongo_error) == sizeof(bson_error_t), "cmongo_error is bson_error_t under another name");

const uint32_t cmongo_error_domain_server = MONGOC_ERROR_SERVER;

static cmongo_log log_function;

static void forward_log(mongoc_log_level_t level, const char *domain, const char *message, void *data) {
    (void)domain;
    (void)data;
    log_function((int32_t)level, message);
}

const char *cmongo_start(cmongo_log log) {
    const char *reason = driver_load();
    if (reason != NULL) {
        return reason;
    }
    log_function = log;
    driver.mongoc_log_set_handler(forward_log, NULL);
    driver.mongoc_init();
    return NULL;
}

static void copy_error(const bson_error_t *from, cmongo_error *to) {
    to->domain = from->domain;
    to->code = from->code;
    memcpy(to->message, from->message, sizeof to->message);
    to->message[sizeof to->message - 1] = '\0';
}

static void set_default(mongoc_uri_t *uri, const char *option, int32_t value) {
    if (!driver.mongoc_uri_has_option(uri, option)) {
        driver.mongoc_uri_set_option_as_int32(uri, option, value);
    }
}

static void set_concerns(mongoc_uri_t *uri, int32_t timeout) {
    mongoc_write_concern_t *write_concern = driver.mongoc_write_concern_new();
    driver.mongoc_write_concern_set_wmajority(write_concern, timeout);
    driver.mongoc_write_concern_set_journal(write_concern, true);
    driver.mongoc_uri_set_write_concern(uri, write_concern);
    driver.mongoc_write_concern_destroy(write_concern);
    mongoc_read_concern_t *read_concern = driver.mongoc_read_concern_new();
    driver.mongoc_read_concern_set_level(read_concern, MONGOC_READ_CONCERN_LEVEL_MAJORITY);
    driver.mongoc_uri_set_read_concern(uri, read_concern);
    driver.mongoc_read_concern_destroy(read_concern);
    // What was just written must be seen: no reading from secondaries, whatever the address says.
    mongoc_read_prefs_t *primary = driver.mongoc_read_prefs_new(MONGOC_READ_PRIMARY);
    driver.mongoc_uri_set_read_prefs_t(uri, primary);
    driver.mongoc_read_prefs_destroy(primary);
}

// The driver would only say that TLS has failed.
static bool are_files_readable(const mongoc_uri_t *uri, cmongo_error *error) {
    const char *options[] = {MONGOC_URI_TLSCAFILE, MONGOC_URI_TLSCERTIFICATEKEYFILE};
    for (size_t index = 0; index < sizeof options / sizeof *options; index++) {
        const char *path = driver.mongoc_uri_get_option_as_utf8(uri, options[index], NULL);
        if (path != NULL && access(path, R_OK) != 0) {
            error->domain = MONGOC_ERROR_CLIENT;
            error->code = 0;
            snprintf(error->message, sizeof error->message, "%s=%s can't be read: %s", options[index], path, strerror(errno));
            return false;
        }
    }
    return true;
}

cmongo_pool *cmongo_pool_open(const char *url, const cmongo_options *options, cmongo_error *error) {
    bson_error_t reason = {0};
    mongoc_uri_t *uri = driver.mongoc_uri_new_with_error(url, &reason);
    if (uri == NULL) {
        copy_error(&reason, error);
        return NULL;
    }
    if (!are_files_readable(uri, error)) {
        driver.mongoc_uri_destroy(uri);
        return NULL;
    }
    set_default(uri, MONGOC_URI_MAXPOOLSIZE, options->max_pool_size);
    set_default(uri, MONGOC_URI_SERVERSELECTIONTIMEOUTMS, options->server_selection_timeout);
    set_default(uri, MONGOC_URI_CONNECTTIMEOUTMS, options->connect_timeout);
    // A primary that is frozen is given up by heartbeats alone, an interval and a connect timeout later.
    set_default(uri, MONGOC_URI_HEARTBEATFREQUENCYMS, options->heartbeat_interval);
    set_default(uri, MONGOC_URI_SOCKETTIMEOUTMS, options->socket_timeout);
    set_default(uri, MONGOC_URI_WAITQUEUETIMEOUTMS, options->wait_queue_timeout);
    driver.mongoc_uri_set_appname(uri, options->application_name);
    set_concerns(uri, options->write_concern_timeout);
    mongoc_client_pool_t *clients = driver.mongoc_client_pool_new_with_error(uri, &reason);
    if (clients == NULL) {
        copy_error(&reason, error);
        driver.mongoc_uri_destroy(uri);
        return NULL;
    }
    driver.mongoc_client_pool_set_error_api(clients, MONGOC_ERROR_API_VERSION_2);
    cmongo_pool *pool = driver.bson_malloc0(sizeof *pool);
    pool->uri = uri;
    pool->clients = clients;
    return pool;
}

void cmongo_pool_close(cmongo_pool *pool) {
    driver.mongoc_client_pool_destroy(pool->clients);
    driver.mongoc_uri_destroy(pool->uri);
    driver.bson_free(pool);
}

const char *cmongo_pool_database(const cmongo_pool *pool) { return driver.mongoc_uri_get_database(pool->uri); }

const char *cmongo_pool_password(const cmongo_pool *pool) { return driver.mongoc_uri_get_password(pool->uri); }

int32_t cmongo_pool_max_size(const cmongo_pool *pool) {
    return driver.mongoc_uri_get_option_as_int32(pool->uri, MONGOC_URI_MAXPOOLSIZE, 1);
}

// Views the bytes as a document and takes a client for it; NULL, and the reason, when either fails.
static mongoc_client_t *begin(
    cmongo_pool *pool, const uint8_t *bytes, size_t length, bson_t *document, cmongo_error *error) {
    if (!driver.bson_init_static(document, bytes, length)) {
        error->domain = MONGOC_ERROR_BSON;
        error->code = MONGOC_ERROR_BSON_INVALID;
        strcpy(error->message, "not a BSON document");
        return NULL;
    }
    mongoc_client_t *client = driver.mongoc_client_pool_pop(pool->clients);
    if (client == NULL) {
        error->domain = MONGOC_ERROR_POOL;
        error->code = 0;
        strcpy(error->message, "no connection became free in time");
    }
    return client;
}

// Gives the client back and hands the reply over without a copy: a reply on the heap would leak some bytes a call.
static bool finish(
    cmongo_pool *pool, mongoc_client_t *client, bool succeeded, bson_t *answer, const bson_error_t *reason,
    cmongo_document *reply, cmongo_error *error) {
    driver.mongoc_client_pool_push(pool->clients, client);
    uint32_t length = 0;
    reply->bytes = driver.bson_destroy_with_steal(answer, true, &length);
    reply->length = length;
    if (!succeeded) {
        copy_error(reason, error);
    }
    return succeeded;
}

bool cmongo_run(
    cmongo_pool *pool, const char *database, cmongo_command_kind kind, const uint8_t *command, size_t length,
    cmongo_document *reply, cmongo_error *error) {
    bson_t document;
    mongoc_client_t *client = begin(pool, command, length, &document, error);
    if (client == NULL) {
        return false;
    }
    bson_t answer;
    bson_error_t reason = {0};
    bool succeeded = false;
    switch (kind) {
    case cmongo_command_read:
        succeeded = driver.mongoc_client_read_command_with_opts(client, database, &document, NULL, NULL, &answer, &reason);
        break;
    case cmongo_command_write:
        succeeded = driver.mongoc_client_write_command_with_opts(client, database, &document, NULL, &answer, &reason);
        break;
    case cmongo_command_other:
        succeeded = driver.mongoc_client_command_with_opts(client, database, &document, NULL, NULL, &answer, &reason);
        break;
    }
    return finish(pool, client, succeeded, &answer, &reason, reply, error);
}

bool cmongo_insert(
    cmongo_pool *pool, const char *database, const char *collection, const uint8_t *document, size_t length,
    cmongo_document *reply, cmongo_error *error) {
    bson_t record;
    mongoc_client_t *client = begin(pool, document, length, &record, error);
    if (client == NULL) {
        return false;
    }
    bson_t answer;
    bson_error_t reason = {0};
    mongoc_collection_t *target = driver.mongoc_client_get_collection(client, database, collection);
    bool succeeded = driver.mongoc_collection_insert_one(target, &record, NULL, &answer, &reason);
    driver.mongoc_collection_destroy(target);
    return finish(pool, client, succeeded, &answer, &reason, reply, error);
}

void cmongo_document_free(cmongo_document *document) {
    driver.bson_free(document->bytes);
    document->bytes = NULL;
    document->length = 0;
}
