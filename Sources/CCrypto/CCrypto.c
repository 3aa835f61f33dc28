#include "CCrypto.h"

#include <dlfcn.h>
#include <openssl/evp.h>

/* The library whose headers these are: libcrypto.so.3. */
#define STET_TEXT(number) #number
#define STET_LIBRARY(version) "libcrypto.so." STET_TEXT(version)

static __typeof__(&EVP_Digest) digest_of;
static __typeof__(&EVP_sha256) sha256;
static __typeof__(&EVP_get_digestbyname) by_name;

const char *stet_crypto_load(void) {
  void *const handle = dlopen(STET_LIBRARY(OPENSSL_SHLIB_VERSION), RTLD_NOW | RTLD_LOCAL);
  if (!handle) return dlerror();
  if (!(digest_of = (__typeof__(digest_of))dlsym(handle, "EVP_Digest"))) return dlerror();
  if (!(sha256 = (__typeof__(sha256))dlsym(handle, "EVP_sha256"))) return dlerror();
  if (!(by_name = (__typeof__(by_name))dlsym(handle, "EVP_get_digestbyname"))) return dlerror();
  return NULL;
}

int stet_crypto_sha256(const void *bytes, size_t count, unsigned char *digest) {
  unsigned int length = 0;
  return digest_of(bytes, count, digest, &length, sha256(), NULL);
}

unsigned int stet_crypto_digest(const char *name, const void *bytes, size_t count, unsigned char *digest) {
  const EVP_MD *const method = by_name(name);
  unsigned int length = 0;
  if (!method) return 0;
  return digest_of(bytes, count, digest, &length, method, NULL) == 1 ? length : 0;
}
