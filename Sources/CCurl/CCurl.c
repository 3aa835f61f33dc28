#include "CCurl.h"

#include <dlfcn.h>

#define STET_CURL_FUNCTIONS(X) \
  X(curl_global_init) X(curl_easy_init) X(curl_easy_cleanup) \
  X(curl_easy_strerror) X(curl_easy_setopt) X(curl_easy_getinfo) X(curl_slist_append) X(curl_slist_free_all) \
  X(curl_url) X(curl_url_cleanup) X(curl_url_set) X(curl_url_get) X(curl_url_strerror) X(curl_free) \
  X(curl_multi_init) X(curl_multi_cleanup) X(curl_multi_setopt) X(curl_multi_add_handle) X(curl_multi_remove_handle) \
  X(curl_multi_perform) X(curl_multi_poll) X(curl_multi_info_read) \
  X(curl_share_init) X(curl_share_setopt) X(curl_share_cleanup)

/* A pointer to each function, of the type that curl.h declares. */
#define X(name) __typeof__(&name) name;
static struct { STET_CURL_FUNCTIONS(X) } library;
#undef X

const char *stet_curl_load(void) {
  /* Most functions of the thirty libraries behind it are never called: bound one by one as they are, loading takes a third
     less. */
  void *const handle = dlopen("libcurl.so.4", RTLD_LAZY | RTLD_LOCAL);
  if (!handle) return dlerror();
#define X(name) \
  if (!(library.name = (__typeof__(&name))dlsym(handle, #name))) return dlerror();
  STET_CURL_FUNCTIONS(X)
#undef X
  return NULL;
}

CURLcode stet_curl_global_init(long flags) { return library.curl_global_init(flags); }
CURL *stet_curl_easy_init(void) { return library.curl_easy_init(); }
void stet_curl_easy_cleanup(CURL *h) { library.curl_easy_cleanup(h); }
const char *stet_curl_easy_strerror(CURLcode code) { return library.curl_easy_strerror(code); }

struct curl_slist *stet_curl_slist_append(struct curl_slist *list, const char *line) {
  return library.curl_slist_append(list, line);
}
void stet_curl_slist_free_all(struct curl_slist *list) { library.curl_slist_free_all(list); }

CURLU *stet_curl_url(void) { return library.curl_url(); }
void stet_curl_url_cleanup(CURLU *u) { library.curl_url_cleanup(u); }
CURLUcode stet_curl_url_set(CURLU *u, CURLUPart part, const char *text, unsigned int flags) {
  return library.curl_url_set(u, part, text, flags);
}
CURLUcode stet_curl_url_get(CURLU *u, CURLUPart part, char **text, unsigned int flags) {
  return library.curl_url_get(u, part, text, flags);
}
const char *stet_curl_url_strerror(CURLUcode code) { return library.curl_url_strerror(code); }
void stet_curl_free(void *memory) { library.curl_free(memory); }

/* The parentheses keep the names from being read as the macros that curl.h makes of them. */

CURLcode stet_curl_set_long(CURL *h, CURLoption o, long v) { return (library.curl_easy_setopt)(h, o, v); }

CURLcode stet_curl_set_string(CURL *h, CURLoption o, const char *v) {
  return (library.curl_easy_setopt)(h, o, v);
}

CURLcode stet_curl_set_pointer(CURL *h, CURLoption o, void *v) {
  return (library.curl_easy_setopt)(h, o, v);
}

CURLcode stet_curl_set_list(CURL *h, CURLoption o, struct curl_slist *v) {
  return (library.curl_easy_setopt)(h, o, v);
}

CURLcode stet_curl_set_receiver(CURL *h, CURLoption o, curl_write_callback v) {
  return (library.curl_easy_setopt)(h, o, v);
}

CURLcode stet_curl_set_socket_opener(CURL *h, curl_opensocket_callback v) {
  return (library.curl_easy_setopt)(h, CURLOPT_OPENSOCKETFUNCTION, v);
}

CURLcode stet_curl_set_request_gate(CURL *h, curl_prereq_callback v) {
  return (library.curl_easy_setopt)(h, CURLOPT_PREREQFUNCTION, v);
}

CURLcode stet_curl_set_trace(CURL *h, curl_debug_callback v) {
  return (library.curl_easy_setopt)(h, CURLOPT_DEBUGFUNCTION, v);
}

CURLcode stet_curl_get_long(CURL *h, CURLINFO i, long *v) {
  return (library.curl_easy_getinfo)(h, i, v);
}

CURLcode stet_curl_get_offset(CURL *h, CURLINFO i, curl_off_t *v) {
  return (library.curl_easy_getinfo)(h, i, v);
}

CURLcode stet_curl_get_list(CURL *h, CURLINFO i, struct curl_slist **v) {
  return (library.curl_easy_getinfo)(h, i, v);
}

CURLM *stet_curl_multi_init(void) { return library.curl_multi_init(); }
CURLMcode stet_curl_multi_cleanup(CURLM *m) { return library.curl_multi_cleanup(m); }
CURLMcode stet_curl_multi_set_long(CURLM *m, CURLMoption o, long v) { return (library.curl_multi_setopt)(m, o, v); }
CURLMcode stet_curl_multi_add_handle(CURLM *m, CURL *h) { return library.curl_multi_add_handle(m, h); }
CURLMcode stet_curl_multi_remove_handle(CURLM *m, CURL *h) { return library.curl_multi_remove_handle(m, h); }

CURLMcode stet_curl_multi_perform(CURLM *m) {
  int running;
  return library.curl_multi_perform(m, &running);
}

CURLMcode stet_curl_multi_poll(CURLM *m, int descriptor, int milliseconds) {
  struct curl_waitfd extra = {.fd = descriptor, .events = CURL_WAIT_POLLIN};
  return library.curl_multi_poll(m, &extra, 1, milliseconds, NULL);
}

CURL *stet_curl_multi_next_done(CURLM *m, CURLcode *code) {
  int left;
  const CURLMsg *message;
  while ((message = library.curl_multi_info_read(m, &left))) {
    if (message->msg != CURLMSG_DONE) continue;
    *code = message->data.result;
    return message->easy_handle;
  }
  return NULL;
}

CURLSH *stet_curl_share_init(void) { return library.curl_share_init(); }
CURLSHcode stet_curl_share_cleanup(CURLSH *s) { return library.curl_share_cleanup(s); }
CURLSHcode stet_curl_share_data(CURLSH *s, curl_lock_data data) {
  return (library.curl_share_setopt)(s, CURLSHOPT_SHARE, data);
}
