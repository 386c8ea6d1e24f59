// A folder on this machine as browsers offer folders (https://fs.spec.whatwg.org), over `katalog edit`.

const missing = (name) => new DOMException(name, "NotFoundError");

export class Folder {
  // `address` is that of the list of files; each has its own below it.
  constructor(address) {
    this.address = address;
    this.root = new Directory(this, "");
  }

  async list() {
    this.files ??= new Map(Object.entries(await (await this.ask("")).json()));
    return this.files;
  }

  async ask(path, options) {
    const address = this.address + path.split("/").map(encodeURIComponent).join("/");
    const answer = await fetch(address, options);
    if (answer.ok) return answer;
    throw answer.status === 404 ? missing(path) : new Error(`${path}: ${await answer.text()}`);
  }

  async read(path) {
    const { text, modified } = (await this.list()).get(path) ?? {};
    const data = text ?? (await (await this.ask(path)).blob());
    return new File([data], path.slice(path.lastIndexOf("/") + 1), { lastModified: modified });
  }

  async write(path, data) {
    await this.ask(path, { method: "PUT", body: data });
    (await this.list()).set(path, { modified: Date.now() });
  }

  async remove(path) {
    await this.ask(path, { method: "DELETE" });
    (await this.list()).delete(path);
  }
}

class Directory {
  kind = "directory";

  constructor(folder, path) {
    this.folder = folder;
    this.path = path;
    this.name = path.slice(path.lastIndexOf("/") + 1);
  }

  at(name) {
    return this.path ? `${this.path}/${name}` : name;
  }

  async below() {
    const start = this.path && `${this.path}/`;
    const paths = [...(await this.folder.list()).keys()].filter((path) => path.startsWith(start));
    return new Map(paths.map((path) => path.slice(start.length).split("/")).map(([name, ...more]) => [name, more.length > 0]));
  }

  async *entries() {
    for (const [name, isFolder] of await this.below()) {
      yield [name, isFolder ? new Directory(this.folder, this.at(name)) : new OneFile(this.folder, this.at(name))];
    }
  }

  async getDirectoryHandle(name, { create = false } = {}) {
    if (!create && !(await this.below()).get(name)) throw missing(name);
    return new Directory(this.folder, this.at(name));
  }

  async getFileHandle(name, { create = false } = {}) {
    if (!create && (await this.below()).get(name) !== false) throw missing(name);
    return new OneFile(this.folder, this.at(name));
  }

  async removeEntry(name) {
    const isFolder = (await this.below()).get(name);
    if (isFolder === false) await this.folder.remove(this.at(name));
  }
}

class OneFile {
  kind = "file";

  constructor(folder, path) {
    this.folder = folder;
    this.path = path;
  }

  get name() {
    return this.path.slice(this.path.lastIndexOf("/") + 1);
  }

  async getFile() {
    return this.folder.read(this.path);
  }

  // What is written goes to the folder once the file has its name: Sveltia CMS begins with a passing one.
  async createWritable() {
    const parts = [];
    return {
      write: async (data) => parts.push(data),
      close: async () => {
        if (this.name.startsWith(".")) this.data = new Blob(parts);
        else await this.folder.write(this.path, new Blob(parts));
      },
    };
  }

  async move(directory, name) {
    const before = this.path;
    const data = this.data ?? (await this.getFile());
    this.path = directory.at(name);
    await this.folder.write(this.path, data);
    if (!this.data) await this.folder.remove(before);
    this.data = undefined;
  }
}
