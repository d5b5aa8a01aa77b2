"""Finds, downloads and unpacks releases for `corpus.ts` and `cves.ts`, without running anything that they contain.

`pip download` builds a source distribution's metadata, which runs its code. This asks pip only for what pip knows how to
do safely: where the configured index is, which file a pinned version has there, and the bytes of that file. Whatever is
configured for pip (index, proxy, certificates) applies here too.

    corpus-fetch.py resolve NAME...            newest source distribution of each, one JSON object a line; NAME==VERSION
                                               gives that version, as a wheel where it has no source distribution
    corpus-fetch.py download FOLDER < lock     the files of the lock's entries, one JSON object a line
    corpus-fetch.py unpack ARCHIVE FOLDER [FILE...]  its .py and .pyi files, as they are, and those of these names
"""

import contextlib
import hashlib
import io
import json
import os
import sys
import tarfile
import zipfile


@contextlib.contextmanager
def opened_index():
    # Imported here because unpacking works without pip.
    from pip._internal.commands import create_command

    command = create_command("download")
    options, _ = command.parse_args(["--no-cache-dir", "--no-deps", "-"])
    with command.main_context():
        session = command.get_default_session(options)
        finder = command._build_package_finder(options=options, session=session, ignore_requires_python=True)
        yield finder, session


def find(finder, name, version=None, filename=None):
    from pip._vendor.packaging.specifiers import SpecifierSet

    found = finder.find_all_candidates(name)
    if filename is None:
        # A pinned version may exist as a wheel only; which version is newest is asked of the sources alone.
        sources = [one for one in found if not one.link.is_wheel and version in (None, str(one.version))]
        found = sources if sources or version is None else found
    else:
        found = [one for one in found if one.link.filename == filename]
    evaluator = finder.make_candidate_evaluator(name, specifier=SpecifierSet(f"=={version}") if version else None)
    candidate = evaluator.compute_best_candidate(found).best_candidate
    if candidate is None:
        raise LookupError(f"the index has no {filename or 'source distribution'} of {name} {version or ''}".rstrip())
    return candidate


def read(session, link):
    response = session.get(link.url_without_fragment, headers={"Accept-Encoding": "identity"}, stream=True)
    response.raise_for_status()
    content = io.BytesIO()
    for chunk in response.iter_content(1 << 16):
        content.write(chunk)
    return content.getvalue()


def resolve(names):
    with opened_index() as (finder, session):
        for name in names:
            try:
                name, _, version = name.partition("==")
                candidate = find(finder, name, version or None)
                link = candidate.link
                known = link.hash if link.hash_name == "sha256" else None
                sha256 = known or hashlib.sha256(read(session, link)).hexdigest()
                say(name=name, version=str(candidate.version), filename=link.filename, sha256=sha256)
            except Exception as error:
                say(name=name, error=f"{type(error).__name__}: {error}")


def download(folder):
    entries = json.load(sys.stdin)
    with opened_index() as (finder, session):
        for entry in entries:
            name, version, filename = entry["name"], entry["version"], entry["filename"]
            try:
                link = find(finder, name, version, filename).link
                content = read(session, link)
                sha256 = hashlib.sha256(content).hexdigest()
                if sha256 != entry["sha256"]:
                    raise ValueError(f"sha256 is {sha256}, the lock says {entry['sha256']}")
                # Written under another name first, so that an interrupted run leaves no half archive behind.
                part = os.path.join(folder, filename + ".part")
                with open(part, "wb") as file:
                    file.write(content)
                os.replace(part, os.path.join(folder, filename))
                say(name=name, bytes=len(content))
            except Exception as error:
                say(name=name, error=f"{type(error).__name__}: {error}")


def unpack(archive, folder, *settings):
    count = 0
    for name, content in sources(archive, settings):
        parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".")]
        if ".." in parts or ":" in name or not parts:
            continue
        path = os.path.join(folder, *parts)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content)
        count += 1
    say(files=count)


def sources(archive, settings):
    def wanted(name):
        return name.endswith((".py", ".pyi")) or name.rpartition("/")[2] in settings

    if archive.endswith((".zip", ".whl")):
        with zipfile.ZipFile(archive) as opened:
            for member in opened.infolist():
                if wanted(member.filename) and not member.is_dir():
                    yield member.filename, opened.read(member)
    else:
        with tarfile.open(archive) as opened:
            for member in opened:
                if wanted(member.name) and member.isfile():
                    yield member.name, opened.extractfile(member).read()


def say(**fields):
    print(json.dumps(fields), flush=True)


if __name__ == "__main__":
    verb, *rest = sys.argv[1:]
    {"resolve": lambda: resolve(rest), "download": lambda: download(*rest), "unpack": lambda: unpack(*rest)}[verb]()
