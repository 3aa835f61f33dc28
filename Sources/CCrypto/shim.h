#ifndef STET_CCRYPTO_SHIM_H
#define STET_CCRYPTO_SHIM_H
#include <openssl/evp.h>
#endif
