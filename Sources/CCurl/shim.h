#ifndef STET_CCURL_SHIM_H
#define STET_CCURL_SHIM_H
/* Makes CURL an opaque struct, which Swift imports as OpaquePointer instead of a raw pointer. */
#define CURL_STRICTER
#include <curl/curl.h>
#endif
