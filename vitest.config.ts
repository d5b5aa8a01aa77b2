// Tests are those of this checkout: corpora and other checkouts in the cache bring their own.

import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({ test: { exclude: [...configDefaults.exclude, '.cache/**'] } });
