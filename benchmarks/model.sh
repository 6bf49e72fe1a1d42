#!/usr/bin/env bash
# Times and scores `wardrobe train` and `wardrobe predict` against torchvision's Mask R-CNN, trained
# and run by benchmarks/python/maskrcnn.py with the same config: in turn, on this machine.
#
#   benchmarks/model.sh step SCRATCH [RUNS]
#   benchmarks/model.sh loading SCRATCH DATA [STEPS]
#   benchmarks/model.sh predict SCRATCH DATA [RUNS]
#   benchmarks/model.sh accuracy SCRATCH DATA [RECIPE [SEEDS [STEPS]]]
#
# SCRATCH  a folder for what is made (models, results, photos); made where it is missing
# DATA     a data set with train and validation, such as `wardrobe synthesize` makes
# RUNS     pairs of runs of each case, 5 (step) or 3 (predict) unless told
# STEPS    steps of training: 200 (loading), the recipe's (accuracy) unless told
# RECIPE   tiny unless told
# SEEDS    "1 2 3" unless told
#
# Boxes and masks only, which is what the peer can do; the last lines of `step` are all heads. Case
# by case one thread means one core: both sides are bound to it.
#
# PYTHON names a Python with torch, torchvision, pillow and pycocotools; python3 unless told. RECIPES,
# PRECISIONS and THREADS narrow the cases down ("tiny small", "FLOAT32 BFLOAT16", "1 2" unless told).
# Needs GNU time at /usr/bin/time, and taskset.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
what=${1:-}
scratch=${2:-}
[ -n "$scratch" ] || {
  sed -n '5,8s/^# *//p' "${BASH_SOURCE[0]}" >&2
  exit 2
}
shift 2
python=${PYTHON:-python3}
recipes=${RECIPES:-tiny small}
precisions=${PRECISIONS:-FLOAT32 BFLOAT16}
thread_counts=${THREADS:-1 2}
peer="$python benchmarks/python/maskrcnn.py"

mkdir -p "$scratch"
./wardrobe --version
[ -f benchmarks/target/wardrobe-benchmarks.jar ] ||
  mvn -q -B -DskipTests -Dspotless.check.skip -pl benchmarks -am package
source ./wardrobe
find_java javac
java="$java_home/bin/java --enable-native-access=ALL-UNNAMED -cp benchmarks/target/wardrobe-benchmarks.jar:benchmarks/target/lib/*"
set -f # the class path has a star
measure() { # class arguments...
  $java "dev.wardrobe.benchmarks.$1" "${@:2}"
}

bound() { # threads: the command that binds to one core where there is to be one thread
  [ "$1" != 1 ] || printf 'taskset -c 0 '
}

config() { # recipe settings...: the config file's name
  local file=$scratch/$1.json
  measure ConfigFile "$file" "$@"
  printf '%s' "$file"
}

step() {
  local runs=${1:-5} recipe precision threads file steps bind
  for recipe in $recipes; do
    file=$(config "$recipe")
    steps=20
    for precision in $precisions; do
      for threads in $thread_counts; do
        bind=$(bound "$threads")
        printf '\n%s, %s, threads %s, A the peer, B ours:\n' "$recipe" "$precision" "$threads"
        # The whole batch at once, which costs the peer no more and suits its threads better.
        measure PrintedFigures "$runs" \
          "$bind$peer step --config $file --threads $threads --precision $precision --accumulate 1 --warmup 10 --steps $steps" \
          "$bind$java dev.wardrobe.benchmarks.TrainingSteps $file config $precision $threads 2 10 $steps"
      done
    done
    printf '\n%s, all heads, ours:\n' "$recipe"
    for precision in $precisions; do
      for threads in $thread_counts; do
        printf '%s, threads %s\n' "$precision" "$threads"
        $(bound "$threads")$java dev.wardrobe.benchmarks.TrainingSteps \
          "$file" all "$precision" "$threads" 2 10 "$steps" 2> /dev/null | head -2
      done
    done
  done
}

loading() {
  local data=$1 steps=${2:-200} recipe threads
  for recipe in $recipes; do
    for threads in $thread_counts; do
      printf '\n%s, threads %s\n' "$recipe" "$threads"
      measure Loading "$data/train" "$(config "$recipe" training.precision=AUTO)" \
        "$threads" "$steps" 2> /dev/null
    done
  done
}

# Trains both sides for some steps, without validation on ours: the last weights count on both.
train() { # recipe config seed steps
  local ours=$scratch/ours-$1-$3 theirs=$scratch/theirs-$1-$3
  if [ ! -f "$theirs/model.pt" ]; then
    /usr/bin/time -o "$scratch/theirs-$1-$3.time" -f '%U %S %e %M' \
      $peer train "$data" --config "$2" --seed "$3" --steps "$4" --threads "$train_threads" \
      --out "$theirs" > "$scratch/theirs-$1-$3.log" 2>&1
  fi
  if [ ! -f "$ours/best.safetensors" ]; then
    rm -rf "$ours"
    /usr/bin/time -o "$scratch/ours-$1-$3.time" -f '%U %S %e %M' \
      ./wardrobe train "$data/train" --recipe "$2" --seed "$3" --steps "$4" --out "$ours" \
      --threads "$train_threads" > "$scratch/ours-$1-$3.log" 2>&1 ||
      [ $? = 1 ] # some items of real data are left out
  fi
}

# Photos in folders named by how many they are, from validation and then from train.
photos() { # count
  local folder=$scratch/photos-$1 count=0 split file
  [ ! -d "$folder" ] || return 0
  mkdir -p "$folder.new"
  for split in validation train; do
    while IFS= read -r file; do
      [ "$count" -lt "$1" ] || break
      count=$((count + 1))
      cp "$file" "$folder.new/$(printf '%06d' "$count").jpg"
    done < <(find "$data/$split/image" -name '*.jpg' | sort)
  done
  [ "$count" = "$1" ] || {
    echo "There are only $count photos in $data, and $1 are needed" >&2
    exit 2
  }
  mv "$folder.new" "$folder"
}

predict() {
  local runs=${2:-3} recipe threads file bind few=${FEW:-40} many=${MANY:-440}
  data=$1
  train_threads=$(nproc)
  photos "$few"
  photos "$many"
  for recipe in $recipes; do
    file=$(config "$recipe" training.warmupSteps=20)
    train "$recipe" "$file" 0 "${TRAINED:-300}"
    for threads in $thread_counts; do
      bind=$(bound "$threads")
      printf '\n%s, threads %s, A the peer, B ours:\n' "$recipe" "$threads"
      measure PhotoRates "$runs" "$few" "$many" \
        "$bind$peer predict $scratch/theirs-$recipe-0/model.pt $scratch/photos-{} --out $scratch/found-theirs --threads $threads --precision FLOAT32 --workers $((threads - 1))" \
        "$bind./wardrobe predict $scratch/ours-$recipe-0 $scratch/photos-{} --out $scratch/found-ours --threads $threads --tasks boxes,masks --quiet"
      wc -c "$scratch"/found-{theirs,ours}/{boxes,masks}.json | sed '$d'
    done
  done
}

score() { # task results: AP in percent
  ./wardrobe evaluate "$1" --gt "$data/validation" --results "$2" |
    awk '/Average Precision/ && /IoU=0.50:0.95/ && /area= *all/ { print 100 * $NF; exit }'
}

accuracy() {
  local recipe=${2:-tiny} seeds=${3:-1 2 3} file steps seed side
  data=$1
  train_threads=${TRAIN_THREADS:-$(nproc)}
  file=$(config "$recipe")
  steps=${4:-$("$python" -c 'import json, sys; print(json.load(open(sys.argv[1]))["training"]["steps"])' "$file")}
  : > "$scratch/accuracy.txt"
  for seed in $seeds; do
    train "$recipe" "$file" "$seed" "$steps"
    $peer predict "$scratch/theirs-$recipe-$seed/model.pt" "$data/validation" \
      --out "$scratch/results-theirs-$seed" --precision FLOAT32 > /dev/null
    ./wardrobe predict "$scratch/ours-$recipe-$seed" "$data/validation" \
      --out "$scratch/results-ours-$seed" --tasks boxes,masks --quiet
    for side in theirs ours; do
      read -r user system wall peak < <(tail -n 1 "$scratch/$side-$recipe-$seed.time")
      echo "$side $seed $(score detection "$scratch/results-$side-$seed/boxes.json")" \
        "$(score segmentation "$scratch/results-$side-$seed/masks.json")" \
        "$user $system $wall $peak" | tee -a "$scratch/accuracy.txt" > /dev/null
    done
  done
  printf '\n%s, %s steps, training on %s threads\n' "$recipe" "$steps" "$train_threads"
  awk '
    { cpu = $5 + $6
      printf "%-7s seed %-3s  AP box %5.1f  AP mask %5.1f  %7.1f CPU s %7.1f s %5.0f MB peak\n",
        $1, $2, $3, $4, cpu, $7, $8 / 1024
      count[$1]++; box[$1] += $3; mask[$1] += $4; sum[$1] += cpu
      if (count[$1] == 1 || $3 < leastBox[$1]) leastBox[$1] = $3
      if (count[$1] == 1 || $3 > mostBox[$1]) mostBox[$1] = $3
      if (count[$1] == 1 || $4 < leastMask[$1]) leastMask[$1] = $4
      if (count[$1] == 1 || $4 > mostMask[$1]) mostMask[$1] = $4 }
    END { for (side in count)
      printf "%-7s mean      AP box %5.1f (%.1f .. %.1f)  AP mask %5.1f (%.1f .. %.1f)  %7.1f CPU s\n",
        side, box[side] / count[side], leastBox[side], mostBox[side], mask[side] / count[side],
        leastMask[side], mostMask[side], sum[side] / count[side] }' "$scratch/accuracy.txt"
}

case $what in
  step) step "$@" ;;
  loading | predict | accuracy)
    [ $# -ge 1 ] || {
      echo "Expected a data set: benchmarks/model.sh $what SCRATCH DATA" >&2
      exit 2
    }
    "$what" "$@"
    ;;
  *)
    echo "Expected step, loading, predict or accuracy, but got '$what'" >&2
    exit 2
    ;;
esac
