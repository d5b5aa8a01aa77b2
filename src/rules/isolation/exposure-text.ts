import type { Exposure } from '../../startup/index.ts';

/** Who else can write to a directory, for messages. */
export function exposureText({ who, directory }: Exposure): string {
  switch (who) {
    case 'everyone':
      return directory.startsWith('/tmp') ? 'where anyone can put a file' : 'where every user can put a file';
    case 'owner':
      return `which ${directory.split('/')[2] ?? 'another user'} can write, and runs as root`;
    case 'mounted':
      return 'a volume that is filled from outside';
    case 'pull-request':
      return 'the checkout of a change that somebody proposes, with the rights of the project';
    case 'container':
      return 'where whatever else runs in the container can write';
  }
}
