#ifndef STET_CCRYPTO_H
#define STET_CCRYPTO_H
#include <stddef.h>

/* libcrypto is not linked: it would cost every start of the program two milliseconds, and most need no digest. */

/* Loads libcrypto. Null when that has succeeded, else what dlerror(3) says. Not to be called by two threads at once. */
const char *_Nullable stet_crypto_load(void);

/* EVP_Digest(3) with SHA-256: writes 32 bytes and returns 1 when that has succeeded. */
int stet_crypto_sha256(const void *_Nullable bytes, size_t count, unsigned char *_Nonnull digest);

/* EVP_Digest(3) with EVP_get_digestbyname(3): writes at most 64 bytes and returns their number; 0 when libcrypto has or
   allows no digest of this name. */
unsigned int stet_crypto_digest(
  const char *_Nonnull name, const void *_Nullable bytes, size_t count, unsigned char *_Nonnull digest);

/* What EVP_DigestUpdate(3) works on; as libcrypto names it. */
typedef struct evp_md_ctx_st EVP_MD_CTX;

/* EVP_DigestInit_ex(3) with SHA-256; null when there is no memory or SHA-256 is not allowed. */
EVP_MD_CTX *_Nullable stet_crypto_sha256_start(void);

/* EVP_DigestUpdate(3): 1 when that has succeeded. */
int stet_crypto_update(EVP_MD_CTX *_Nonnull context, const void *_Nullable bytes, size_t count);

/* EVP_DigestFinal_ex(3): writes 32 bytes and returns 1 when that has succeeded. */
int stet_crypto_finish(EVP_MD_CTX *_Nonnull context, unsigned char *_Nonnull digest);

/* EVP_MD_CTX_free(3). */
void stet_crypto_free(EVP_MD_CTX *_Nullable context);
#endif
