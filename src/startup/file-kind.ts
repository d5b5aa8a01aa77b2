// Which files start Python, by their names and, where a name says too little, by their first line. A name that many
// kinds of files have (`*.yml`) counts in the places where such files have this meaning.

export type FileKind =
  | 'shell'
  | 'dockerfile'
  | 'compose'
  | 'unit'
  | 'crontab'
  | 'system-crontab'
  | 'sudoers'
  | 'workflow'
  | 'action'
  | 'pipeline'
  | 'makefile'
  | 'tox'
  | 'procfile'
  | 'project-tasks'
  | 'package-script'
  | 'init-script'
  | 'path-file'
  | 'start-file'
  | 'interpreter-path-file'
  | 'environment-file';

/** In order: the first that fits. Paths have forward slashes. */
const names: readonly (readonly [form: RegExp, kind: FileKind])[] = [
  [/(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[\w.-]+)?$|\.(?:dockerfile|containerfile)$/i, 'dockerfile'],
  [/(?:^|\/)(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/i, 'compose'],
  [/(?:^|\/)\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/, 'workflow'],
  [/(?:^|\/)action\.ya?ml$/, 'action'],
  [
    /(?:^|\/)(?:\.?gitlab-ci[\w.-]*|\.?azure-pipelines[\w.-]*|\.travis|\.?appveyor|bitbucket-pipelines|\.?drone|\.?woodpecker|buildspec[\w.-]*|cloudbuild|\.cirrus|\.readthedocs|readthedocs)\.ya?ml$/,
    'pipeline',
  ],
  [/(?:^|\/)\.(?:circleci|gitlab\/ci|gitlab-ci|woodpecker|buildkite|semaphore)\/(?:[^/]+\/)*[^/]+\.ya?ml$/, 'pipeline'],
  [/\.(?:service|timer|socket)(?:\.in|\.d\/[^/]+\.conf)?$/, 'unit'],
  [/(?:^|\/)(?:etc\/crontab|cron\.d\/[^/.]+|[^/]+\.cron\.d)$/, 'system-crontab'],
  [/(?:^|\/)(?:crontab(?:\.txt)?|[^/]+\.(?:cron|crontab))$|(?:^|\/)spool\/cron\/(?:crontabs\/)?[^/]+$/, 'crontab'],
  [/(?:^|\/)(?:sudoers|[^/]+\.sudoers|sudoers\.d\/[^/]+)$/, 'sudoers'],
  [/(?:^|\/)(?:GNUm|M|m)akefile(?:\.[\w-]+)?$|\.mk$/, 'makefile'],
  [/(?:^|\/)(?:tox\.ini|setup\.cfg)$/, 'tox'],
  [/(?:^|\/)pyproject\.toml$/, 'project-tasks'],
  [/(?:^|\/)Procfile(?:\.\w+)?$/, 'procfile'],
  [/(?:^|\/)(?:debian|DEBIAN)\/(?:[\w.+-]+\.)?(?:pre|post)(?:inst|rm)$/, 'package-script'],
  [/(?:^|\/)init\.d\/[^/]+$/, 'init-script'],
  [/\.(?:sh|bash|ksh|zsh)$|(?:^|\/)\.envrc$/, 'shell'],
  [/(?:^|\/)[^/]+\._pth$/, 'interpreter-path-file'],
  [/\.pth$/, 'path-file'],
  [/\.start$/, 'start-file'],
  [/(?:^|\/)pyvenv\.cfg$/, 'environment-file'],
];

/** What the last part of a name must hold for any of the above, so that most files of a project are passed by at once. */
const quick =
  /^(?:Dockerfile|Containerfile|Procfile|Makefile|makefile|GNUmakefile|crontab|sudoers|pyproject\.toml|tox\.ini|setup\.cfg|pyvenv\.cfg|\.envrc)|\.(?:ya?ml|sh|bash|ksh|zsh|service|timer|socket|in|conf|mk|cron|crontab|sudoers|pth|_pth|start|dockerfile|containerfile|preinst|postinst|prerm|postrm)$/i;

export function fileKindOf(path: string): FileKind | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name.includes('.') && !quick.test(name)) return undefined;
  return names.find(([form]) => form.test(path))?.[1];
}

const shellLine = /^#!\s*(?:\/usr)?\/bin\/(?:env\s+(?:-S\s+)?)?(?:ba|da|z|k|a)?sh\b/;

/** Of a file whose name says nothing, by its first bytes. */
export function fileKindByStart(start: string): FileKind | undefined {
  return shellLine.test(start) ? 'shell' : undefined;
}

/** PyTorch's checkpoints bear the name of path files, which are text. */
export function isText(start: string): boolean {
  return !/[\x00-\x08\x0e-\x1f]/.test(start);
}
