/* Rust's libraries ask this library of Windows for random numbers; wine 8 lacks it. For tests under wine, never in the bundle. */
#include <windows.h>
#include <ntsecapi.h>
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) { return RtlGenRandom(data, (ULONG)length); }
