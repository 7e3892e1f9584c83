// The memory of the engine in a browser: what the Swift runtime asks of C, in a tenth of the code of the C library's allocator, which every
// visitor would load. Each page of memory holds blocks of one size and gives out the first free one, so that what is made together lies
// together, however long the module has been at work. What is too large for that has pages of its own.

#include <stddef.h>
#include <stdint.h>

enum { pageSize = 65536, unit = 16, mostInPage = 16384, sizeCount = 100, outOfMemory = 12 };

static const size_t mostBytes = (1u << 30) - unit;

typedef struct Page {
    // The next page with free blocks of the size, or the next free run of pages of the size.
    struct Page *next;
    uint32_t size;
    // Of words before this one no bit is set.
    uint32_t firstWord;
    uint32_t freeCount;
    // A bit for each block that is free.
    uint32_t bits[];
} Page;

_Static_assert(sizeof(Page) == unit, "a run of pages begins with its header, and a block is aligned");

static Page *available[sizeCount];
extern uint8_t __heap_base;
static uintptr_t unusedStart;

// Sizes, in units of 16 bytes: 1 to 4, then four to each doubling.
static uint32_t sizeNumber(size_t bytes) {
    uint32_t last = bytes == 0 ? 0 : (bytes - 1) / unit;
    if (last < 4) return last;
    uint32_t shift = 29 - __builtin_clz(last);
    return shift * 4 + (last >> shift);
}

static size_t blockSize(uint32_t number) {
    if (number < 4) return (number + 1) * unit;
    uint32_t shift = number / 4 - 1;
    return ((size_t)(number - shift * 4 + 1) << shift) * unit;
}

// Pages that were never given out.
static Page *unusedPages(uint32_t size, size_t bytes) {
    if (unusedStart == 0) unusedStart = ((uintptr_t)&__heap_base + pageSize - 1) / pageSize * pageSize;
    uintptr_t end = unusedStart + (bytes + pageSize - 1) / pageSize * pageSize;
    if (end < unusedStart) return NULL;
    uintptr_t known = __builtin_wasm_memory_size(0) * (uintptr_t)pageSize;
    // And a sixteenth of what there is: the memory grows seldom.
    if (end > known && __builtin_wasm_memory_grow(0, (end - known + known / 16) / pageSize + 1) == SIZE_MAX) return NULL;
    Page *page = (Page *)unusedStart;
    page->size = size;
    unusedStart = end;
    return page;
}

// How many units of a page its header takes, and how many blocks have room after it.
static uint32_t headerUnits(uint32_t count) { return (sizeof(Page) + (count + 31) / 32 * sizeof(uint32_t) + unit - 1) / unit; }

static uint32_t blockCount(uint32_t units) {
    uint32_t most = pageSize / unit / units;
    return (pageSize / unit - headerUnits(most)) / units;
}

static Page *newPage(uint32_t size, uint32_t units) {
    Page *page = unusedPages(size, pageSize);
    if (!page) return NULL;
    uint32_t count = blockCount(units);
    page->freeCount = count;
    page->firstWord = 0;
    page->next = NULL;
    for (uint32_t word = 0; word * 32 < count; word++) page->bits[word] = count - word * 32 < 32 ? (1u << (count - word * 32)) - 1 : UINT32_MAX;
    available[size] = page;
    return page;
}

static void *takeBlock(Page *page, uint32_t units) {
    while (!page->bits[page->firstWord]) page->firstWord++;
    uint32_t bit = __builtin_ctz(page->bits[page->firstWord]);
    page->bits[page->firstWord] &= page->bits[page->firstWord] - 1;
    if (--page->freeCount == 0) available[page->size] = page->next;
    // Blocks stand at the end of their page.
    return (uint8_t *)page + pageSize - (size_t)(blockCount(units) - page->firstWord * 32 - bit) * units * unit;
}

// As POSIX says; for alignments up to 16 bytes: nothing in Swift asks for more.
int posix_memalign(void **result, size_t alignment, size_t bytes) {
    if (alignment > unit || bytes > mostBytes) return outOfMemory;
    if (bytes <= mostInPage) {
        uint32_t size = sizeNumber(bytes), units = blockSize(size) / unit;
        Page *page = available[size] ? available[size] : newPage(size, units);
        if (!page) return outOfMemory;
        *result = takeBlock(page, units);
        return 0;
    }
    uint32_t size = sizeNumber(bytes + sizeof(Page));
    Page *run = available[size];
    if (run) available[size] = run->next; else run = unusedPages(size, blockSize(size));
    if (!run) return outOfMemory;
    *result = (uint8_t *)run + unit;
    return 0;
}

void free(void *pointer) {
    if (!pointer) return;
    Page *page = (Page *)((uintptr_t)pointer / pageSize * pageSize);
    uint32_t units = blockSize(page->size) / unit;
    if (units * unit <= mostInPage) {
        uint32_t number = blockCount(units) - ((uintptr_t)page + pageSize - (uintptr_t)pointer) / unit / units;
        page->bits[number / 32] |= 1u << number % 32;
        if (number / 32 < page->firstWord) page->firstWord = number / 32;
        if (page->freeCount++ > 0) return;
    }
    page->next = available[page->size];
    available[page->size] = page;
}
