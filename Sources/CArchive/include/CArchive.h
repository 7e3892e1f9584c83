// libarchive's functions that ZenUML calls, found when the first zip file is read or written and not when the program starts: the
// library comes with ten others, and most processes never export or import anything.
#ifndef CARCHIVE_H
#define CARCHIVE_H

#include <archive.h>
#include <archive_entry.h>

#define CARCHIVE_FUNCTIONS(FUNCTION) \
    FUNCTION(archive_entry_filetype) \
    FUNCTION(archive_entry_free) \
    FUNCTION(archive_entry_new) \
    FUNCTION(archive_entry_pathname_utf8) \
    FUNCTION(archive_entry_set_filetype) \
    FUNCTION(archive_entry_set_mtime) \
    FUNCTION(archive_entry_set_pathname_utf8) \
    FUNCTION(archive_entry_set_perm) \
    FUNCTION(archive_entry_set_size) \
    FUNCTION(archive_error_string) \
    FUNCTION(archive_read_data) \
    FUNCTION(archive_read_free) \
    FUNCTION(archive_read_new) \
    FUNCTION(archive_read_next_header) \
    FUNCTION(archive_read_open_memory) \
    FUNCTION(archive_read_set_options) \
    FUNCTION(archive_read_support_format_zip) \
    FUNCTION(archive_write_close) \
    FUNCTION(archive_write_data) \
    FUNCTION(archive_write_free) \
    FUNCTION(archive_write_header) \
    FUNCTION(archive_write_new) \
    FUNCTION(archive_write_open_filename) \
    FUNCTION(archive_write_set_format_zip) \
    FUNCTION(archive_write_set_options)

typedef struct {
#define CARCHIVE_MEMBER(name) __typeof__(name) *_Nonnull name;
    CARCHIVE_FUNCTIONS(CARCHIVE_MEMBER)
#undef CARCHIVE_MEMBER
} carchive_functions;

// Fills in the functions. NULL, or why the library can't be loaded; the text is good until the thread's next call.
const char *_Nullable carchive_load(carchive_functions *_Nonnull functions);

#endif
