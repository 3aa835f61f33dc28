#ifndef STET_CCURL_H
#define STET_CCURL_H
/* Makes CURL an opaque struct, which Swift imports as OpaquePointer instead of a raw pointer. */
#define CURL_STRICTER
#include <curl/curl.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/socket.h>

/* libcurl is not linked: with the libraries that it brings along it would cost every start of the program more than all
   else. `stet_curl_load` loads it; every other function here does what libcurl's of the same name does, and may be called
   only once that has succeeded. */

/* Loads libcurl. Null when that has succeeded, else what dlerror(3) says. Not to be called by two threads at once. */
const char *_Nullable stet_curl_load(void);

CURLcode stet_curl_global_init(long flags);
CURL *_Nullable stet_curl_easy_init(void);
void stet_curl_easy_cleanup(CURL *_Nonnull h);
const char *_Nullable stet_curl_easy_strerror(CURLcode code);

struct curl_slist *_Nullable stet_curl_slist_append(struct curl_slist *_Nullable list, const char *_Nonnull line);
void stet_curl_slist_free_all(struct curl_slist *_Nullable list);

CURLU *_Nullable stet_curl_url(void);
void stet_curl_url_cleanup(CURLU *_Nonnull u);
CURLUcode stet_curl_url_set(CURLU *_Nonnull u, CURLUPart part, const char *_Nullable text, unsigned int flags);
CURLUcode stet_curl_url_get(CURLU *_Nonnull u, CURLUPart part, char *_Nullable *_Nonnull text, unsigned int flags);
const char *_Nullable stet_curl_url_strerror(CURLUcode code);
void stet_curl_free(void *_Nullable memory);

/* curl_easy_setopt and curl_easy_getinfo are variadic, which Swift cannot import: one typed wrapper per kind of value. */

CURLcode stet_curl_set_long(CURL *_Nonnull h, CURLoption o, long v);

/* libcurl copies the string. */
CURLcode stet_curl_set_string(CURL *_Nonnull h, CURLoption o, const char *_Nullable v);

/* libcurl keeps the pointer. */
CURLcode stet_curl_set_pointer(CURL *_Nonnull h, CURLoption o, void *_Nullable v);

/* libcurl keeps the list: it must live until the transfer ends. */
CURLcode stet_curl_set_list(CURL *_Nonnull h, CURLoption o, struct curl_slist *_Nullable v);

/* CURLOPT_WRITEFUNCTION and CURLOPT_HEADERFUNCTION. */
CURLcode stet_curl_set_receiver(CURL *_Nonnull h, CURLoption o, curl_write_callback _Nullable v);

CURLcode stet_curl_set_socket_opener(CURL *_Nonnull h, curl_opensocket_callback _Nullable v);

CURLcode stet_curl_set_request_gate(CURL *_Nonnull h, curl_prereq_callback _Nullable v);

CURLcode stet_curl_set_trace(CURL *_Nonnull h, curl_debug_callback _Nullable v);

CURLcode stet_curl_get_long(CURL *_Nonnull h, CURLINFO i, long *_Nonnull v);

CURLcode stet_curl_get_offset(CURL *_Nonnull h, CURLINFO i, curl_off_t *_Nonnull v);

/* The caller frees the list. */
CURLcode stet_curl_get_list(CURL *_Nonnull h, CURLINFO i, struct curl_slist *_Nullable *_Nonnull v);

/* Many transfers on one thread (libcurl-multi(3)). */

CURLM *_Nullable stet_curl_multi_init(void);
CURLMcode stet_curl_multi_cleanup(CURLM *_Nonnull m);
CURLMcode stet_curl_multi_set_long(CURLM *_Nonnull m, CURLMoption o, long v);
CURLMcode stet_curl_multi_add_handle(CURLM *_Nonnull m, CURL *_Nonnull h);
CURLMcode stet_curl_multi_remove_handle(CURLM *_Nonnull m, CURL *_Nonnull h);
CURLMcode stet_curl_multi_perform(CURLM *_Nonnull m);

/* Waits until there is something to do for a transfer or to read from the descriptor. */
CURLMcode stet_curl_multi_poll(CURLM *_Nonnull m, int descriptor, int milliseconds);

/* The next transfer that has ended, and how; null when there is none (any more). */
CURL *_Nullable stet_curl_multi_next_done(CURLM *_Nonnull m, CURLcode *_Nonnull code);

/* What handles of one thread share (libcurl-share(3)). */

CURLSH *_Nullable stet_curl_share_init(void);
CURLSHcode stet_curl_share_cleanup(CURLSH *_Nonnull s);
CURLSHcode stet_curl_share_data(CURLSH *_Nonnull s, curl_lock_data data);

/* A counter to wake a waiting thread with, which programs started meanwhile do not inherit; -1 when there is none. */
static inline int stet_wake_up_open(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

/* Names the calling thread, for ps(1) and debuggers; 15 letters at most. */
static inline void stet_name_thread(const char *_Nonnull name) { prctl(PR_SET_NAME, name, 0, 0, 0); }

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
