export default class {
  data() {
    return { permalink: "/sitemap.xml" };
  }

  render({ collections }) {
    const address = ({ url }) => `<url><loc>https://katalog.example${url}</loc></url>`;
    return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${collections.record.map(address).join("\n")}
</urlset>
`;
  }
}
