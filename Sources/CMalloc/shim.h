#ifndef STET_CMALLOC_SHIM_H
#define STET_CMALLOC_SHIM_H

#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* Lets the C library keep up to 16 MB of freed memory at the end of a heap for what comes next, instead of 128 KB; pieces
   of up to 4 MB are taken from the heaps. A page and a transfer free about as much as they are given: without this, memory
   would go back to the system and be asked for again all the time. For the whole process, so it is a program's to call;
   where there is no such call, as is. */
static inline void stet_keep_freed_memory(void) {
#ifdef __GLIBC__
  mallopt(M_TRIM_THRESHOLD, 16 << 20);
  mallopt(M_MMAP_THRESHOLD, 4 << 20);
#endif
}

#endif
