// Names of the standard library that rows mention although typeshed no longer has them: Python 2, and what was removed
// before the oldest Python that typeshed describes.

export const goneNames = (): readonly string[] => [];
