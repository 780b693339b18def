/* Stands in for Windows' own ICU, which wine lacks: enough for Qt6Core to load while the bundle is made. */
#include <stddef.h>
#define F(name) __declspec(dllexport) void *name(void) { return NULL; }
F(ucnv_open) F(ucnv_close) F(UCNV_FROM_U_CALLBACK_SUBSTITUTE) F(UCNV_TO_U_CALLBACK_SUBSTITUTE) F(ucnv_reset) F(ucnv_getMaxCharSize)
F(ucnv_getName) F(ucnv_getToUCallBack) F(ucnv_getFromUCallBack) F(ucnv_setToUCallBack) F(ucnv_setFromUCallBack) F(ucnv_cbToUWriteUChars)
F(ucnv_toUnicode) F(ucnv_cbFromUWriteUChars) F(ucnv_toUCountPending) F(ucnv_fromUCountPending) F(ucnv_getStandardName)
F(ucnv_getAvailableName) F(ucnv_countAvailable) F(ucnv_fromUnicode)
