/** Top-level folders that the pages for readers do not mention, written as `folder/`. */
export function unmentioned(files: readonly string[], pages: readonly string[]): string[] {
  const folders = new Set(files.filter((path) => path.includes('/')).map((path) => path.split('/')[0]));
  const text = pages.join('\n');
  return [...folders]
    .filter((folder) => !text.includes(`${folder}/`))
    .map((folder) => `${folder}/ is not mentioned`);
}
