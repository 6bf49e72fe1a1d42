#!/usr/bin/env bash
# Times reading and converting 32,153 annotation files against the plain Python conversion, and the
# other verbs against our own conversion: whole processes, in turn, on this machine.
#
#   benchmarks/reading.sh PEERS DATA [RUNS]
#
# PEERS   a folder with gen_val.py and convert.py, the peers' scripts
# DATA    a folder for the made-up data (2 GB); made with gen_val.py where it is missing
# RUNS    counted runs of each command, 5 unless told
#
# PYTHON names a Python with numpy (and pycocotools, to make the data); python3 unless told. Needs
# GNU time at /usr/bin/time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
peers=$1
data=$2
runs=${3:-5}
python=${PYTHON:-python3}

if [ ! -f "$data/gen.json" ]; then
  "$python" "$peers/gen_val.py" --n 32153 --seed 2019 --profile val --out "$data" \
    --skip segm,keypoints,retrieval > /dev/null
fi
./wardrobe --version
[ -f benchmarks/target/wardrobe-benchmarks.jar ] ||
  mvn -q -B -DskipTests -Dspotless.check.skip -pl benchmarks -am package
source ./wardrobe
find_java javac
java=$java_home/bin/java
classes="benchmarks/target/wardrobe-benchmarks.jar:benchmarks/target/lib/*"
export WARDROBE_JAVA_OPTS=-Xmx512m
output=$(mktemp -d)
trap 'rm -rf "$output"' EXIT

compare() {
  printf '\n'
  "$java" -cp "$classes" dev.wardrobe.benchmarks.SideBySide "$runs" "$1" "$2"
}

ours="./wardrobe convert coco $data --sizes $data/sizes.json -o"
theirs="$python $peers/convert.py $data/annos $data/sizes.json"
$ours "$output/ours.json"
$theirs "$output/theirs.json"
cmp "$output/ours.json" "$output/theirs.json"
echo 'The two files are equal, byte for byte.'
rm "$output"/*.json
convert="$ours {}"
compare "$theirs {}" "$convert"
compare "./wardrobe stats $data" "$convert"
compare "./wardrobe validate $data --sizes $data/sizes.json" "$convert"
compare "./wardrobe pairs $data -o {}" "$convert"
printf '\nOn one thread, warm:\n'
"$java" -Xmx512m -cp "$classes" dev.wardrobe.benchmarks.ReadingPhases "$data" "$data/sizes.json" "$runs"
