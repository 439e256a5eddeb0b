#!/bin/sh
# Makes the virtual environment and installs the named requirements file into it.
# On Debian and Ubuntu the venv module is a package of its own; it is installed where missing.
set -eu
requirements=$1

python=""
for candidate in python3 python3.13 python3.12 python3.11; do
    if command -v "$candidate" >/dev/null 2>&1 &&
        "$candidate" -c 'import sys; raise SystemExit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo "Python 3.11 or newer was not found. Install it (sudo apt-get install python3 python3-venv) and run this again." >&2
    exit 1
fi

if ! "$python" -c 'import ensurepip' 2>/dev/null && [ ! -x .venv/bin/pip ]; then
    sh scripts/system_packages.sh python3-venv
fi
[ -x .venv/bin/python ] || "$python" -m venv .venv
echo "Installing $requirements into .venv (the first time takes a minute or two)."
.venv/bin/python -m pip install --quiet --disable-pip-version-check -r "$requirements"
