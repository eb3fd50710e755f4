@echo off
rem Care Ledger: "careledger help" lists the commands. What they do is in careledger.launcher.Launcher.
rem Not tested on Windows yet; see "Windows" in docs/operations.md.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -XX:-UsePerfData "-Dcareledger.home=%~dp0." -cp "%~dp0lib\launcher.jar;%~dp0warehouse\launcher\target\launcher.jar" careledger.launcher.Launcher %*
exit /b %ERRORLEVEL%
