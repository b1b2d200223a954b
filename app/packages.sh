# Debian packages that Alignscope needs, and how the missing ones get installed. Sourced by
# app/run and tests/run.

BUILD_PACKAGES="ninja-build pkg-config mold ccache
  qt6-base-dev libqt6svg6-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
  libonnx-dev libprotobuf-dev protobuf-compiler libgraphviz-dev
  nlohmann-json3-dev libexpected-dev libfmt-dev libre2-dev libcli11-dev zlib1g-dev"
RUN_PACKAGES="qt6-qpa-plugins libqt6svg6 qt6-translations-l10n fonts-dejavu-core fonts-noto-cjk"
TEST_PACKAGES="libgtest-dev libgmock-dev libbenchmark-dev"

# install_missing PACKAGE... : only what is not there yet; asks apt for nothing otherwise.
install_missing() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "These packages are missing; please install them as root: ${missing[*]}" >&2
      return 1
    fi
    root=(sudo)
  fi
  echo "Installing ${#missing[@]} packages: ${missing[*]}"
  "${root[@]}" apt-get update -qq
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}
