#include "CCrypto.h"

#include <dlfcn.h>
#include <openssl/evp.h>

/* The library whose headers these are: libcrypto.so.3. */
#define STET_TEXT(number) #number
#define STET_LIBRARY(version) "libcrypto.so." STET_TEXT(version)

static __typeof__(&EVP_Digest) digest_of;
static __typeof__(&EVP_MD_fetch) fetch;
static __typeof__(&EVP_get_digestbyname) by_name;
static __typeof__(&EVP_MD_CTX_new) new_context;
static __typeof__(&EVP_MD_CTX_free) free_context;
static __typeof__(&EVP_DigestInit_ex) start_digest;
static __typeof__(&EVP_DigestUpdate) update_digest;
static __typeof__(&EVP_DigestFinal_ex) finish_digest;

static const EVP_MD *sha256;

const char *stet_crypto_load(void) {
  void *const handle = dlopen(STET_LIBRARY(OPENSSL_SHLIB_VERSION), RTLD_NOW | RTLD_LOCAL);
  if (!handle) return dlerror();
  if (!(digest_of = (__typeof__(digest_of))dlsym(handle, "EVP_Digest"))) return dlerror();
  if (!(fetch = (__typeof__(fetch))dlsym(handle, "EVP_MD_fetch"))) return dlerror();
  if (!(by_name = (__typeof__(by_name))dlsym(handle, "EVP_get_digestbyname"))) return dlerror();
  if (!(new_context = (__typeof__(new_context))dlsym(handle, "EVP_MD_CTX_new"))) return dlerror();
  if (!(free_context = (__typeof__(free_context))dlsym(handle, "EVP_MD_CTX_free"))) return dlerror();
  if (!(start_digest = (__typeof__(start_digest))dlsym(handle, "EVP_DigestInit_ex"))) return dlerror();
  if (!(update_digest = (__typeof__(update_digest))dlsym(handle, "EVP_DigestUpdate"))) return dlerror();
  if (!(finish_digest = (__typeof__(finish_digest))dlsym(handle, "EVP_DigestFinal_ex"))) return dlerror();
  /* Once, not with each digest, where it costs more than a short text. Null when SHA-256 is not allowed. */
  sha256 = fetch(NULL, "SHA2-256", NULL);
  return NULL;
}

int stet_crypto_sha256(const void *bytes, size_t count, unsigned char *digest) {
  unsigned int length = 0;
  return sha256 ? digest_of(bytes, count, digest, &length, sha256, NULL) : 0;
}

unsigned int stet_crypto_digest(const char *name, const void *bytes, size_t count, unsigned char *digest) {
  const EVP_MD *const method = by_name(name);
  unsigned int length = 0;
  if (!method) return 0;
  return digest_of(bytes, count, digest, &length, method, NULL) == 1 ? length : 0;
}

EVP_MD_CTX *stet_crypto_sha256_start(void) {
  EVP_MD_CTX *const context = new_context();
  if (context && sha256 && start_digest(context, sha256, NULL) == 1) return context;
  free_context(context);
  return NULL;
}

int stet_crypto_update(EVP_MD_CTX *context, const void *bytes, size_t count) {
  return update_digest(context, bytes, count);
}

int stet_crypto_finish(EVP_MD_CTX *context, unsigned char *digest) {
  return finish_digest(context, digest, NULL);
}

void stet_crypto_free(EVP_MD_CTX *context) { free_context(context); }
