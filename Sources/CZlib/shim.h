#ifndef STET_CZLIB_SHIM_H
#define STET_CZLIB_SHIM_H
#include <zlib.h>
/* deflateInit2 and inflateInit2 are macros, which Swift cannot import. */
static inline int stet_inflate_init_gzip(z_stream *_Nonnull s) { return inflateInit2(s, 15 + 16); }
static inline int stet_inflate_init_zlib(z_stream *_Nonnull s) { return inflateInit2(s, 15); }
static inline int stet_inflate_init_raw(z_stream *_Nonnull s) { return inflateInit2(s, -15); }
static inline int stet_deflate_init_gzip(z_stream *_Nonnull s, int level) {
  return deflateInit2(s, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}
#endif
