// A thin face of libmongoc for Swift, which can hold none of its types: BSON is bytes, a pool is an opaque pointer, an error is plain.
// All calls block. Every function may be called from any thread.
#ifndef CMONGO_H
#define CMONGO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__clang__)
#pragma clang assume_nonnull begin
#endif

typedef struct cmongo_pool cmongo_pool;

// `domain` and `code` as libmongoc's error API version 2 has them; errors of the server have domain `cmongo_error_domain_server`.
typedef struct {
    uint32_t domain;
    uint32_t code;
    char message[504];
} cmongo_error;

extern const uint32_t cmongo_error_domain_server;

// A BSON document. Freed with `cmongo_document_free`.
typedef struct {
    uint8_t *_Nullable bytes;
    size_t length;
} cmongo_document;

// Where the address of the database has no say, these count. Times are in milliseconds.
typedef struct {
    const char *application_name;
    int32_t max_pool_size;
    int32_t server_selection_timeout;
    int32_t connect_timeout;
    int32_t heartbeat_interval;
    int32_t socket_timeout;
    int32_t wait_queue_timeout;
    int32_t write_concern_timeout;
} cmongo_options;

typedef enum {
    cmongo_command_read,
    cmongo_command_write,
    cmongo_command_other,
} cmongo_command_kind;

// `level`: 0 error, 1 critical, 2 warning, 3 message, 4 information, 5 debug, 6 trace.
typedef void (*cmongo_log)(int32_t level, const char *message);

// Loads and starts the driver; once in a process, before anything else. NULL, or why it can't be loaded.
const char *_Nullable cmongo_start(cmongo_log log);

// Opens a pool; connections are made when they are needed. Writes wait for a majority with journal, reads see only what a majority has.
cmongo_pool *_Nullable cmongo_pool_open(const char *url, const cmongo_options *options, cmongo_error *error);
void cmongo_pool_close(cmongo_pool *pool);

// The database that the address names, or NULL.
const char *_Nullable cmongo_pool_database(const cmongo_pool *pool);
// The password in the address, decoded, or NULL.
const char *_Nullable cmongo_pool_password(const cmongo_pool *pool);
int32_t cmongo_pool_max_size(const cmongo_pool *pool);

// Sends a command. Reads and `findAndModify` are sent once more after a network error.
bool cmongo_run(
    cmongo_pool *pool, const char *database, cmongo_command_kind kind, const uint8_t *command, size_t length,
    cmongo_document *reply, cmongo_error *error);

// Inserts a document; sent once more after a network error, and still inserted once.
bool cmongo_insert(
    cmongo_pool *pool, const char *database, const char *collection, const uint8_t *document, size_t length,
    cmongo_document *reply, cmongo_error *error);

void cmongo_document_free(cmongo_document *document);

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif

#endif
