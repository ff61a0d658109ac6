@echo off
rem Runs Levee: finds a JDK, builds the tool when it has no jar yet, hands over.
setlocal
set "OLDEST=25"
set "TOP=%~dp0"
set "JAVA="
set "FOUND=none"
if defined LEVEE_JAVA_HOME call :consider "%LEVEE_JAVA_HOME%"
if not defined JAVA if defined JAVA_HOME call :consider "%JAVA_HOME%"
if not defined JAVA for /f "tokens=3" %%V in ('java -version 2^>^&1 ^| findstr /c:" version "') do call :judge "%%~V" java
if defined JAVA goto found
echo levee: needs Java %OLDEST% or newer, found %FOUND%; install one, or set LEVEE_JAVA_HOME to the folder of one 1>&2
exit /b 2

:found
set "JAR=%TOP%levee.jar"
if not exist "%TOP%pom.xml" goto run
set "JAR=%TOP%target\levee.jar"
if exist "%JAR%" goto run
echo levee: building the tool; after a change to it, delete target\levee.jar 1>&2
if defined LEVEE_JAVA_HOME set "JAVA_HOME=%LEVEE_JAVA_HOME%"
call mvn -q -f "%TOP%pom.xml" -DskipTests package 1>&2
if errorlevel 1 exit /b 3

:run
set "QUICK=-XX:TieredStopAtLevel=1"
if /i "%~1"=="serve" set "QUICK="
if /i "%~1"=="server" set "QUICK="
for %%J in ("%JAR%") do set "STORES=%%~dpJlib\publish"
"%JAVA%" -XX:+UseSerialGC %QUICK% -XX:-UsePerfData --enable-native-access=ALL-UNNAMED "-Djava.library.path=%STORES%" -cp "%JAR%;%STORES%\*" dev.levee.cli.Levee %*
exit /b %ERRORLEVEL%

rem Takes the JDK in folder %1 if it is new enough; its release file tells.
:consider
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do call :judge "%%~V" "%~1\bin\java.exe"
exit /b

rem Takes program %2 if its version %1 is new enough.
:judge
set "FOUND=%~1"
for /f "delims=.-+_" %%M in ("%~1") do if %%M GEQ %OLDEST% set "JAVA=%~2"
exit /b
