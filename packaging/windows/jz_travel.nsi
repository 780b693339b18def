; The Windows installer: for one user, without administrator's rights, with an entry among the installed programs.
;   makensis -DVERSION=0.1.0 -DBUNDLE=…\jz-travel -DICON=…\jz_travel.ico -DOUT=…\jz-travel-0.1.0-setup.exe jz_travel.nsi
; Silent: setup.exe /S, and uninstall.exe /S. Trips and settings of the user stay when the program is removed.
Unicode true
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "x64.nsh"
!include "WinVer.nsh"

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\jz-travel"
!define CLASSES "Software\Classes"
!define TRIP "jz-travel.trip"

Name "Jiaozuo Travel"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\jz-travel"
InstallDirRegKey HKCU "Software\jz-travel" "InstallDir"
RequestExecutionLevel user
ManifestDPIAware true
!ifdef QUICK
SetCompressor zlib
!else
SetCompressor /SOLID lzma
SetCompressorDictSize 64
!endif
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "jz_travel"
VIAddVersionKey /LANG=0 "FileDescription" "Plan a visit to Jiaozuo"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "LegalCopyright" "GPL-3.0-or-later"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\jz-travel-window.exe"
!insertmacro MUI_PAGE_LICENSE "${BUNDLE}\LICENSE.txt"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "TradChinese"
!insertmacro MUI_LANGUAGE "Japanese"
!insertmacro MUI_LANGUAGE "Korean"
!insertmacro MUI_RESERVEFILE_LANGDLL

LangString TRIP_FILE ${LANG_ENGLISH} "Trip to Jiaozuo"
LangString TRIP_FILE ${LANG_SIMPCHINESE} "焦作之行"
LangString TRIP_FILE ${LANG_TRADCHINESE} "焦作之行"
LangString TRIP_FILE ${LANG_JAPANESE} "焦作の旅"
LangString TRIP_FILE ${LANG_KOREAN} "자오쭤 여행"
LangString TOO_OLD ${LANG_ENGLISH} "This program needs 64-bit Windows 10 (1809) or newer."
LangString TOO_OLD ${LANG_SIMPCHINESE} "本程序需要 64 位 Windows 10（1809）或更新版本。"
LangString TOO_OLD ${LANG_TRADCHINESE} "本程式需要 64 位元 Windows 10（1809）或更新版本。"
LangString TOO_OLD ${LANG_JAPANESE} "64 ビット版 Windows 10（1809）以降が必要です。"
LangString TOO_OLD ${LANG_KOREAN} "64비트 Windows 10(1809) 이상이 필요합니다."
LangString RUNNING ${LANG_ENGLISH} "Jiaozuo Travel is running. Close it, then try again."
LangString RUNNING ${LANG_SIMPCHINESE} "焦作行正在运行。请关闭后重试。"
LangString RUNNING ${LANG_TRADCHINESE} "焦作行正在執行。請關閉後重試。"
LangString RUNNING ${LANG_JAPANESE} "焦作トラベルが実行中です。閉じてからもう一度お試しください。"
LangString RUNNING ${LANG_KOREAN} "자오쭤 여행이 실행 중입니다. 닫은 뒤 다시 시도하세요."

Function .onInit
    ${IfNot} ${RunningX64}
    ${OrIfNot} ${AtLeastWin10}
        MessageBox MB_ICONSTOP "$(TOO_OLD)" /SD IDOK
        SetErrorLevel 3
        Quit
    ${EndIf}
FunctionEnd

; The old files go first, so that nothing of an older version stays; a file in use is noticed before anything is removed.
!macro CLEAR UN
Function ${UN}Clear
    again:
    IfFileExists "$INSTDIR\jz-travel-window.exe" 0 done
    ClearErrors
    FileOpen $0 "$INSTDIR\jz-travel-window.exe" a
    ${If} ${Errors}
        MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY again
        SetErrorLevel 4
        Quit
    ${EndIf}
    FileClose $0
    done:
    RMDir /r "$INSTDIR\_internal"
    Delete "$INSTDIR\jz-travel.exe"
    Delete "$INSTDIR\jz-travel-window.exe"
    Delete "$INSTDIR\LICENSE.txt"
    Delete "$INSTDIR\THIRD-PARTY-NOTICES.txt"
FunctionEnd
!macroend
!insertmacro CLEAR ""
!insertmacro CLEAR "un."

Section "jz_travel"
    Call Clear
    SetOutPath "$INSTDIR"
    File /r "${BUNDLE}\*.*"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortcut "$SMPROGRAMS\Jiaozuo Travel 焦作行.lnk" "$INSTDIR\jz-travel-window.exe"

    WriteRegStr HKCU "Software\jz-travel" "InstallDir" "$INSTDIR"
    WriteRegStr HKCU "${CLASSES}\.jztrip" "" "${TRIP}"
    WriteRegStr HKCU "${CLASSES}\.jztrip" "Content Type" "application/vnd.jz-travel.trip+json"
    WriteRegStr HKCU "${CLASSES}\.jztrip\OpenWithProgids" "${TRIP}" ""
    WriteRegStr HKCU "${CLASSES}\${TRIP}" "" "$(TRIP_FILE)"
    WriteRegStr HKCU "${CLASSES}\${TRIP}\DefaultIcon" "" "$INSTDIR\jz-travel-window.exe,0"
    WriteRegStr HKCU "${CLASSES}\${TRIP}\shell\open\command" "" '"$INSTDIR\jz-travel-window.exe" open "%1"'
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

    WriteRegStr HKCU "${KEY}" "DisplayName" "Jiaozuo Travel 焦作行"
    WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\jz-travel-window.exe"
    WriteRegStr HKCU "${KEY}" "Publisher" "The jz_travel team"
    WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${KEY}" "NoModify" 1
    WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
    ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
    IntFmt $0 "0x%08X" $0
    WriteRegDWORD HKCU "${KEY}" "EstimatedSize" "$0"
SectionEnd

Section "Uninstall"
    Call un.Clear
    Delete "$SMPROGRAMS\Jiaozuo Travel 焦作行.lnk"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    ReadRegStr $0 HKCU "${CLASSES}\.jztrip" ""
    ${If} $0 == "${TRIP}"
        DeleteRegKey HKCU "${CLASSES}\.jztrip"
    ${EndIf}
    DeleteRegKey HKCU "${CLASSES}\${TRIP}"
    DeleteRegKey HKCU "${KEY}"
    DeleteRegKey HKCU "Software\jz-travel"
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
