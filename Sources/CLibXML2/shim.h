#ifndef STET_CLIBXML2_SHIM_H
#define STET_CLIBXML2_SHIM_H
#include <libxml/xmlversion.h>
/* Debian builds libxml2 with ICU, whose headers clash with the ICU inside Foundation. Nothing used here depends on
   the one structure that this changes (xmlCharEncodingHandler). Ends when libxml2-dev no longer pulls ICU in. */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#endif
