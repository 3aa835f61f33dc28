#ifndef STET_CCURL_SHIM_H
#define STET_CCURL_SHIM_H
/* Makes CURL an opaque struct, which Swift imports as OpaquePointer instead of a raw pointer. */
#define CURL_STRICTER
#include <curl/curl.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>

/* curl_easy_setopt and curl_easy_getinfo are variadic, which Swift cannot import: one typed wrapper per kind of value. */

static inline CURLcode stet_curl_set_long(CURL *_Nonnull h, CURLoption o, long v) { return curl_easy_setopt(h, o, v); }

/* libcurl copies the string. */
static inline CURLcode stet_curl_set_string(CURL *_Nonnull h, CURLoption o, const char *_Nullable v) {
  return curl_easy_setopt(h, o, v);
}

/* libcurl keeps the pointer. */
static inline CURLcode stet_curl_set_pointer(CURL *_Nonnull h, CURLoption o, void *_Nullable v) {
  return curl_easy_setopt(h, o, v);
}

/* libcurl keeps the list: it must live until the transfer ends. */
static inline CURLcode stet_curl_set_list(CURL *_Nonnull h, CURLoption o, struct curl_slist *_Nullable v) {
  return curl_easy_setopt(h, o, v);
}

/* CURLOPT_WRITEFUNCTION and CURLOPT_HEADERFUNCTION. */
static inline CURLcode stet_curl_set_receiver(CURL *_Nonnull h, CURLoption o, curl_write_callback _Nullable v) {
  return curl_easy_setopt(h, o, v);
}

static inline CURLcode stet_curl_set_socket_opener(CURL *_Nonnull h, curl_opensocket_callback _Nullable v) {
  return curl_easy_setopt(h, CURLOPT_OPENSOCKETFUNCTION, v);
}

static inline CURLcode stet_curl_set_request_gate(CURL *_Nonnull h, curl_prereq_callback _Nullable v) {
  return curl_easy_setopt(h, CURLOPT_PREREQFUNCTION, v);
}

static inline CURLcode stet_curl_set_progress(CURL *_Nonnull h, curl_xferinfo_callback _Nullable v) {
  return curl_easy_setopt(h, CURLOPT_XFERINFOFUNCTION, v);
}

static inline CURLcode stet_curl_get_long(CURL *_Nonnull h, CURLINFO i, long *_Nonnull v) {
  return curl_easy_getinfo(h, i, v);
}

static inline CURLcode stet_curl_get_offset(CURL *_Nonnull h, CURLINFO i, curl_off_t *_Nonnull v) {
  return curl_easy_getinfo(h, i, v);
}

/* The network address in a socket address, in network byte order: its length (4 or 16), or 0 for another family.
   `addr` in struct curl_sockaddr is declared shorter than it is, so it is read here, by the family. */
static inline int stet_curl_address_bytes(const struct curl_sockaddr *_Nonnull a, unsigned char *_Nonnull out) {
  if (a->family == AF_INET) {
    memcpy(out, &((const struct sockaddr_in *)(const void *)&a->addr)->sin_addr, 4);
    return 4;
  }
  if (a->family == AF_INET6) {
    memcpy(out, &((const struct sockaddr_in6 *)(const void *)&a->addr)->sin6_addr, 16);
    return 16;
  }
  return 0;
}

/* A socket that programs started meanwhile do not inherit. */
static inline curl_socket_t stet_curl_open_socket(const struct curl_sockaddr *_Nonnull a) {
  return socket(a->family, a->socktype | SOCK_CLOEXEC, a->protocol);
}
#endif
