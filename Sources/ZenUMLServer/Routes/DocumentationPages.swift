/// The pages that hold Swagger UI and ReDoc.
enum DocumentationPages {
    static let swaggerUI = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>ZenUML API</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="/api/docs/assets/swagger-ui.css">
        </head>
        <body>
        <div id="swagger-ui"></div>
        <script src="/api/docs/assets/swagger-ui-bundle.js"></script>
        <script src="/api/docs/assets/start.js"></script>
        </body>
        </html>
        """

    static let redoc = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>ZenUML API</title>
        <link rel="icon" href="data:,">
        </head>
        <body style="margin: 0">
        <div id="redoc"></div>
        <script src="/api/docs/assets/redoc.standalone.js"></script>
        <script src="/api/docs/assets/start.js"></script>
        </body>
        </html>
        """

    /// A file of its own, because the pages allow no inline script.
    static let start = """
        if (document.getElementById("swagger-ui")) {
          SwaggerUIBundle({
            url: "/api/openapi.json",
            dom_id: "#swagger-ui",
            deepLinking: true,
            persistAuthorization: false,
            validatorUrl: null,
          });
        } else {
          Redoc.init("/api/openapi.json", { hideDownloadButton: false }, document.getElementById("redoc"));
        }
        """

    static let notInstalled = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>ZenUML API</title>
        <link rel="icon" href="data:,">
        <style>body { font: 16px/1.5 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem }</style>
        </head>
        <body>
        <h1>ZenUML API</h1>
        <p>The API is described in <a href="/api/openapi.json">openapi.json</a>.</p>
        <p>The pages that show it nicely are not installed here: <code>make run</code> installs them, and the setting
        <code>API_DOCS_ASSETS</code> tells the server where they are.</p>
        </body>
        </html>
        """
}
