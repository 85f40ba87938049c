#!/usr/bin/env bash
# Builds what changed, then runs it: the bot, its tests, its benchmarks, its package.
set -euo pipefail

self=$0
while [[ -L $self ]]; do
  target=$(readlink "$self")
  [[ $target == /* ]] && self=$target || self=${self%/*}/$target
done
[[ $self == */* ]] || self=./$self
root=$(CDPATH='' cd -- "${self%/*}" && pwd -P)
target=$root/core/target
dist=$target/bellhop-dist
# shellcheck source=core/src/main/dist/lib/launch.sh
. "$root/core/src/main/dist/lib/launch.sh"

usage() {
  cat <<'TEXT'
usage: ./run.sh [--home DIR] [--console] [COMMAND]

  start          runs the bot (the default); without a chat token, on this console
  test           runs every gate and test
  bench [NAME]   runs the benchmarks, or the one of that name, or those that contain it
  doctor         says what works, what is missing and how to get it
  backup [FILE]  saves the home, also while the bot runs (default: backups/ in the home)
  restore FILE   brings a saved home back, and keeps aside what was there
  package        makes bellhop-VERSION.zip, which needs only a Java 25 to run

  --home DIR     the folder with bellhop.yaml, plugins, data and logs (default: bot-home beside run.sh)
  --console      starts the console connector beside the configured ones
  --help, --version
TEXT
}

refuse() {
  echo "run.sh: $1" >&2
  usage >&2
  exit 2
}

fail() {
  echo "run.sh: $1" >&2
  exit 1
}

maven() {
  find_java javac || exit 1
  command -v mvn >/dev/null || fail 'no Maven (mvn) on PATH. Get it from https://maven.apache.org, or your system'\''s packages (maven).'
  # Maven's own libraries use sun.misc.Unsafe, and Java says so at length; and they would reset colours that nobody has set
  (cd "$root" && JAVA_HOME=$java_home MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow -Djansi.noreset=true ${MAVEN_OPTS:-}" \
    mvn -B -Dstyle.color=never "$@")
}

version() {
  sed -n '/<version>/{s:.*<version>\(.*\)</version>.*:\1:p;q;}' "$root/pom.xml"
}

# What the bot itself would say, without building it.
say_version() {
  local java=''
  if find_java java 2>/dev/null; then
    java=$(sed -n 's/^JAVA_VERSION="\(.*\)"/ (java \1)/p' "$java_home/release")
  fi
  echo "bellhop $(version)$java"
}

# Whether nothing that a start depends on is newer than the last build; folders show what was deleted.
is_built() {
  [[ -e $dist/built ]] && [[ -z $(find "$root"/{run.sh,pom.xml} "$root"/{plugin-api,core,plugins,plugins/*}/pom.xml \
    "$root"/{plugin-api,core,plugins/*}/src/main -newer "$dist/built" -print -quit 2>&1) ]]
}

assemble() {
  local new=$dist.new version jar plugin
  version=$(version)
  rm -rf "$new"
  mkdir -p "$new/plugins"
  cp -R "$root/core/src/main/dist/." "$new"
  cp "$target"/lib/*.jar "$target/bellhop-core-$version.jar" "$new/lib"
  cp "$target/bellhop-launcher.jar" "$new/bellhop.jar"
  for jar in "$root"/plugins/*/target/*-"$version".jar; do
    plugin=${jar##*/}
    [[ $plugin == original-* ]] || cp "$jar" "$new/plugins/${plugin%-"$version".jar}.jar"
  done
  (cd "$new" && cat bellhop.jar lib/* plugins/* | cksum | tr ' ' - >build)
  rm -rf "$dist"
  mv "$new" "$dist"
}

build() {
  is_built && return
  local begun=$SECONDS stamp
  echo 'building Bellhop (a minute or two the first time, seconds later)...' >&2
  mkdir -p "$target"
  stamp=$(mktemp "$target/stamp.XXXXXX")
  rm -rf "$target/lib"
  maven -q -Dmaven.test.skip=true package >&2 || { rm -f "$stamp"; fail 'the build failed; what went wrong stands above.'; }
  assemble
  train "$dist" || echo 'run.sh: no start-up cache could be made; starts take longer' >&2
  mv "$stamp" "$dist/built"
  echo "built in $((SECONDS - begun)) s" >&2
}

# Two at once would build into each other's files.
alone() {
  mkdir -p "$target"
  (
    if command -v flock >/dev/null; then flock 9; fi
    "$@" 9>&-
  ) 9>"$target/lock"
}

run_tests() {
  # classes that a start compiled have not been through the gates, and Maven would take them as they are
  rm -rf "$root"/{plugin-api,core,plugins/*}/target/{classes,test-classes,maven-status}
  maven -Pgates -fae verify | awk '
    { print; fflush() }
    /Tests run: [0-9]+, Failures: [0-9]+, Errors: [0-9]+, Skipped: [0-9]+$/ {
      gsub(/[^0-9]+/, " "); split($0, n, " "); run += n[1]; failed += n[2] + n[3]; skipped += n[4]
    }
    END { printf "tests: %d run, %d failed, %d skipped\n", run, failed, skipped }' ||
    fail 'not every gate and test passed; look for ERROR above.'
  echo 'every gate and test passed'
}

compile_benchmarks() {
  maven -q -DskipTests -pl core -am package dependency:build-classpath -Dmdep.outputFile=target/bench.classpath >&2 ||
    fail 'the build failed; what went wrong stands above.'
}

bench() {
  alone compile_benchmarks
  find_java java || exit 1
  # shellcheck disable=SC2086
  exec "$java_home/bin/java" @"$dist/lib/jvm.options" ${BELLHOP_JVM_OPTS:-} -Dbellhop.dist="$dist" --enable-native-access=ALL-UNNAMED \
    -cp "$target/test-classes:$target/classes:$(<"$target/bench.classpath")" io.bellhop.core.bench.Benchmarks "$@"
}

package() {
  local zip
  zip=$root/bellhop-$(version).zip
  maven -q -Dmaven.test.skip=true -pl .,plugin-api,core,plugins install >&2 &&
    maven -q -pl core assembly:single@zip >&2 || fail 'the package could not be made; what went wrong stands above.'
  mv -f "$target/${zip##*/}" "$zip"
  echo "$zip"
  echo 'the API, the test kit and the plugin parent are in your local Maven repository, for plugins to build against'
}

command='' words=("$@") asks_version=
while (($#)); do
  case $1 in
    --home) (($# > 1)) || refuse '--home needs a folder'; shift ;;
    --home=* | --console) ;;
    --version) asks_version=yes ;;
    -h | --help) usage; exit ;;
    start | test | bench | doctor | package | backup | restore | help)
      [[ -z $command ]] || break
      command=$1
      ;;
    -*) refuse "unknown option $1" ;;
    *) [[ -n $command ]] || refuse "unknown command $1"; break ;;
  esac
  shift
done

case $command in
  test | package) (($# == 0)) || refuse "$command takes no argument: $1" ;;
  bench) (($# < 2)) || refuse 'bench takes one name' ;;
  help) usage; exit ;;
  backup | restore) ;;
  *) (($# == 0)) || refuse "unexpected argument $1" ;;
esac

if [[ -n $asks_version ]]; then
  say_version
  exit
fi

case $command in
  test) alone run_tests ;;
  bench) is_built || alone build; bench "$@" ;;
  package) is_built || alone build; alone package ;;
  *) is_built || alone build; launch "$dist" "$root/bot-home" ${words[@]+"${words[@]}"} ;;
esac
