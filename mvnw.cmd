@echo off
rem Runs Maven 3.9.16 on JDK 25, wherever this machine keeps them: what mvnw does, on Windows.
setlocal EnableExtensions DisableDelayedExpansion

set "jdk=25"
set "maven=3.9.16"
set "sha512=ed41650d42485cfc243fad22158caf9cbb5dc408ce7a09ddb94dd42a019de929ca43065bfa450612cf12bf78b5cafa3884b96c090de326ff590448c933454af3"
set "dists=%USERPROFILE%\.m2\wrapper\dists"
if defined MAVEN_USER_HOME set "dists=%MAVEN_USER_HOME%\wrapper\dists"
set "installed=%dists%\apache-maven-%maven%"

call :find_jdk
if not defined found (
    echo mvnw: no JDK %jdk% found ^(looked at JAVA_HOME, PATH and the usual folders^); install one, e.g. Temurin %jdk%, or set JAVA_HOME>&2
    exit /b 1
)
set "JAVA_HOME=%found%"

set "mvn=%installed%\bin\mvn.cmd"
if not exist "%mvn%" call :find_maven
if not exist "%mvn%" call :install_maven
if not exist "%mvn%" (
    echo mvnw: could not fetch Maven %maven%; install Maven 3.9 or newer and put it on the path>&2
    exit /b 1
)
call "%mvn%" %*
exit /b

:find_jdk
set "found="
if defined JAVA_HOME call :try_jdk "%JAVA_HOME%"
for /f "delims=" %%c in ('where javac 2^>nul') do call :try_jdk "%%~dpc.."
for %%r in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%USERPROFILE%\.jdks") do for /d %%d in ("%%~r\*") do call :try_jdk "%%~d"
exit /b 0

rem The version stands in quotes in the release file; a dot in the pattern is kinder to cmd than a quote.
:try_jdk
if defined found exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
findstr /r /b /c:"JAVA_VERSION=.%jdk%[^0-9]" "%~1\release" >nul 2>&1 && set "found=%~1"
exit /b 0

:find_maven
for /f "delims=" %%m in ('where mvn.cmd 2^>nul') do for /f "tokens=3" %%v in ('call "%%m" --version 2^>nul ^| findstr /b /c:"Apache Maven"') do call :try_maven "%%m" "%%v"
exit /b 0

:try_maven
if exist "%mvn%" exit /b 0
for /f "tokens=1,2 delims=." %%a in ("%~2") do (
    if %%a GEQ 4 set "mvn=%~1"
    if %%a EQU 3 if %%b GEQ 9 set "mvn=%~1"
)
exit /b 0

:install_maven
set "staging=%dists%\staging-%RANDOM%%RANDOM%"
mkdir "%staging%" || exit /b 1
pushd "%staging%"
call :fetch && call :verify && "%JAVA_HOME%\bin\jar" xf maven.zip && move "apache-maven-%maven%" "%installed%" >nul
popd
rmdir /s /q "%staging%"
exit /b 0

:fetch
where mvn.cmd >nul 2>&1 || goto :download
echo mvnw: fetching Maven %maven% with the older mvn on the path>&2
call mvn.cmd --batch-mode --quiet dependency:copy "-Dartifact=org.apache.maven:apache-maven:%maven%:zip:bin" "-DoutputDirectory=%staging%" -Dmdep.stripVersion=false && move "apache-maven-%maven%-bin.zip" maven.zip >nul && exit /b 0

:download
echo mvnw: downloading Maven %maven% from Apache's archive>&2
curl --fail --silent --show-error --location --output maven.zip "https://archive.apache.org/dist/maven/maven-3/%maven%/binaries/apache-maven-%maven%-bin.zip"
exit /b

:verify
for /f "delims=" %%h in ('certutil -hashfile maven.zip SHA512 ^| findstr /r /x "[0-9a-f]*"') do if /i "%%h"=="%sha512%" exit /b 0
echo mvnw: the Maven %maven% that was fetched has a wrong SHA-512; nothing was installed>&2
exit /b 1
