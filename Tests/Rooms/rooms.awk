# Fails when a room of Sources uses one to its right: the rooms of a target have one order, so that
# they can be read, and moved, one after another.
#
#   awk -f Tests/Rooms/rooms.awk Tests/Rooms/rooms.txt $(find Sources -name '*.swift')
#
# The first file has a line for each target, `Target: Room Room …`; a room is the first folder below
# the target, and `.` the files that lie in none. What counts as use is the name of a type or of a
# free function; members of extensions are not seen.

FNR == 1 { fileNumber++; inText = 0 }

fileNumber == 1 && NF {
  target = $1
  sub(/:$/, "", target)
  for (i = 2; i <= NF; i++) rank[target "/" $i] = i
  next
}

FNR == 1 {
  path = FILENAME
  sub(/^.*Sources\//, "", path)
  count = split(path, parts, "/")
  target = parts[1]
  room = target "/" (count > 2 ? parts[2] : ".")
  if (!(target in known)) known[target] = hasOrder(target)
  if (known[target] && !(room in rank) && !(room in unlisted)) {
    unlisted[room] = 1
    print path ": the room " room " has no place in the order of rooms"
    failed = 1
  }
}

{
  line = $0
  # Values of texts and comments are no code.
  if (inText) {
    if (line !~ /"""/) next
    sub(/^.*"""/, "", line)
    inText = 0
  }
  if (line ~ /"""/) {
    sub(/""".*$/, "", line)
    inText = 1
  }
  gsub(/\\\\|\\"/, "", line)
  gsub(/"[^"]*"/, "", line)
  sub(/\/\/.*$/, "", line)

  head = line
  sub(/^(@[A-Za-z]+(\([^)]*\))? )*((public|package|internal|final|indirect) )*/, "", head)
  if (head ~ /^(struct|class|enum|protocol|actor|typealias|func) /) {
    split(head, words, /[ <(:={]+/)
    declared[target "/" words[2]] = room
  }

  before = ""
  while (match(line, /[A-Za-z_][A-Za-z0-9_]*/)) {
    word = substr(line, RSTART, RLENGTH)
    if (RSTART > 1) before = substr(line, RSTART - 1, 1)
    line = substr(line, RSTART + RLENGTH)
    # A small letter begins a type never, and a function where it is called without a dot.
    isUse = word ~ /^[A-Z]/ || (line ~ /^\(/ && before != ".")
    if (isUse && !((FILENAME, word) in seen)) {
      seen[FILENAME, word] = 1
      uses[++useCount] = path "\t" room "\t" target "/" word "\t" word
    }
    before = ""
  }
}

function hasOrder(name, key) {
  for (key in rank) if (index(key, name "/") == 1) return 1
  return 0
}

END {
  for (i = 1; i <= useCount; i++) {
    split(uses[i], use, "\t")
    home = declared[use[3]]
    if (home == "" || !(home in rank) || !(use[2] in rank)) continue
    if (rank[home] > rank[use[2]]) {
      print use[1] ": " use[4] " is of " home ", which comes after " use[2]
      failed = 1
    }
  }
  exit failed
}
