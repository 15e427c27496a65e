; The setup for one person, who needs not be an administrator. It is built by .ci/package with
;   makensis -DVERSION=0.1.0 -DFILE_VERSION=0.1.0.1 -DSOURCE=folder -DKILOBYTES=size -DICON=a.ico -DSIDE=a.bmp -DOUT=setup.exe
; where the folder holds what is installed. With /S it asks nothing; it ends with 2 where Deskleaf is open.

Target amd64-unicode
SetCompressor /SOLID lzma
!include MUI2.nsh

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Deskleaf"
!define PATHS "Software\Microsoft\Windows\CurrentVersion\App Paths"

Name "Deskleaf"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\Deskleaf"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
BrandingText "Deskleaf ${VERSION}"
ManifestDPIAware true
ShowInstDetails nevershow
ShowUninstDetails nevershow
VIProductVersion "${FILE_VERSION}"
VIFileVersion "${FILE_VERSION}"
VIAddVersionKey /LANG=1033 "ProductName" "Deskleaf"
VIAddVersionKey /LANG=1033 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1033 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1033 "FileDescription" "Deskleaf Setup"
VIAddVersionKey /LANG=1033 "CompanyName" "Deskleaf"
VIAddVersionKey /LANG=1033 "LegalCopyright" "The Deskleaf authors. Apache License 2.0."
!ifdef SIGN
!uninstfinalize '${SIGN} "%1"' = 0
!endif

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\deskleaf.exe"
!define MUI_FINISHPAGE_TEXT "$(DONE)"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(STAYS)"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Spanish"

LangString DONE ${LANG_ENGLISH} "Deskleaf is in the Start menu. It needs no network, and it keeps nothing about patients."
LangString DONE ${LANG_SPANISH} "Deskleaf está en el menú Inicio. No necesita red y no guarda nada de los pacientes."
LangString OPEN ${LANG_ENGLISH} "Deskleaf is open. Close it, then choose Retry."
LangString OPEN ${LANG_SPANISH} "Deskleaf está abierto. Ciérrelo y elija Reintentar."
LangString STAYS ${LANG_ENGLISH} "Deskleaf goes; your clinic's files stay: the letterhead, answers, procedures and settings in $APPDATA\deskleaf."
LangString STAYS ${LANG_SPANISH} "Deskleaf se quita; los archivos de su clínica se quedan: el membrete, las respuestas, los procedimientos y los ajustes en $APPDATA\deskleaf."

; Closed goes on only when no process runs from the file, which Windows keeps from being written then.
!macro Closed un
Function ${un}Closed
  retry:
  IfFileExists "$INSTDIR\deskleaf.exe" 0 closed
  ClearErrors
  FileOpen $0 "$INSTDIR\deskleaf.exe" a
  IfErrors open
  FileClose $0
  closed:
  Return
  open:
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(OPEN)" /SD IDCANCEL IDRETRY retry
  SetErrorLevel 2
  Quit
FunctionEnd
!macroend
!insertmacro Closed ""
!insertmacro Closed "un."

Section
  SetShellVarContext current
  Call Closed
  SetOutPath "$INSTDIR"
  File "${SOURCE}\deskleaf.exe"
  File "${SOURCE}\deskleaf-cli.exe"
  File "${SOURCE}\LICENSE.txt"
  File "${SOURCE}\THIRD-PARTY.txt"
!ifndef WITHOUT_SOFTGL
  SetOutPath "$INSTDIR\softgl"
  File "${SOURCE}\softgl\opengl32.dll"
  File "${SOURCE}\softgl\libgallium_wgl.dll"
  SetOutPath "$INSTDIR"
!endif
  CreateShortcut "$SMPROGRAMS\Deskleaf.lnk" "$INSTDIR\deskleaf.exe"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${PATHS}\deskleaf.exe" "" "$INSTDIR\deskleaf.exe"
  WriteRegStr HKCU "${PATHS}\deskleaf-cli.exe" "" "$INSTDIR\deskleaf-cli.exe"
  WriteRegStr HKCU "${KEY}" "DisplayName" "Deskleaf"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\deskleaf.exe"
  WriteRegStr HKCU "${KEY}" "Publisher" "Deskleaf"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
SectionEnd

; What was installed goes, by name, and what Deskleaf can make again. The clinic's files and the desk's settings in
; %APPDATA%\deskleaf stay, and so does anything that somebody else laid into the program's folder.
Section Uninstall
  SetShellVarContext current
  Call un.Closed
  Delete "$INSTDIR\deskleaf.exe"
  Delete "$INSTDIR\deskleaf-cli.exe"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\THIRD-PARTY.txt"
  Delete "$INSTDIR\softgl\opengl32.dll"
  Delete "$INSTDIR\softgl\libgallium_wgl.dll"
  RMDir "$INSTDIR\softgl"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Deskleaf.lnk"
  DeleteRegKey HKCU "${PATHS}\deskleaf.exe"
  DeleteRegKey HKCU "${PATHS}\deskleaf-cli.exe"
  DeleteRegKey HKCU "${KEY}"
  RMDir /r "$LOCALAPPDATA\deskleaf"
  RMDir /r "$LOCALAPPDATA\fyne\app.deskleaf"
  RMDir "$LOCALAPPDATA\fyne"
  RMDir /r "$APPDATA\fyne\app.deskleaf"
  RMDir "$APPDATA\fyne"
  Delete "$LOCALAPPDATA\font_index_v6.cache"
SectionEnd
