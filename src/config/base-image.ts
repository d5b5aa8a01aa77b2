// Which Python a Dockerfile builds on. Only what stands in the file is read: images are named, never fetched.

/** `3.11` or `3.11.7`, of the last stage whose image says which Python it has. */
export function baseImageVersion(dockerfile: string): string | undefined {
  const defaults = new Map<string, string>();
  const imageByStage = new Map<string, string>();
  let version: string | undefined;
  for (const line of dockerfile.split(/\r?\n/)) {
    // ARG PYTHON_VERSION=3.11
    const [, name, value] = /^\s*ARG\s+(\w+)=["']?([^\s"']*)/i.exec(line) ?? [];
    if (name !== undefined && value !== undefined) defaults.set(name, value);
    // FROM --platform=linux/amd64 python:${PYTHON_VERSION}-slim AS build
    const [, written, stage] = /^\s*FROM\s+(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?\s*$/i.exec(line) ?? [];
    if (written === undefined) continue;
    const named = written.replace(
      /\$(?:\{(\w+)(?::?-([^}]*))?\}|(\w+))/g,
      (_, braced: string | undefined, otherwise: string | undefined, bare: string | undefined) =>
        defaults.get(braced ?? bare ?? '') ?? otherwise ?? '',
    );
    const image = imageByStage.get(named.toLowerCase()) ?? named;
    if (stage !== undefined) imageByStage.set(stage.toLowerCase(), image);
    version = pythonOf(image) ?? version;
  }
  return version;
}

function pythonOf(image: string): string | undefined {
  const path = image.replace(/@sha256:.*$/, '');
  const last = path.slice(path.lastIndexOf('/') + 1);
  const [name = '', tag = ''] = last.split(':', 2);
  // python:3.11.7-slim, astral-sh/uv:python3.12-bookworm, ubi9/python-311
  const [, own] = name === 'python' ? (/^(\d+\.\d+(?:\.\d+)?)(?:-|$)/.exec(tag) ?? []) : [];
  const [, inTag] = /(?:^|-)python-?(\d+\.\d+(?:\.\d+)?)(?:-|$)/.exec(tag) ?? [];
  const [, minor] = /^python-3(\d{1,2})$/.exec(name) ?? [];
  return own ?? inTag ?? (minor === undefined ? undefined : `3.${minor}`);
}
