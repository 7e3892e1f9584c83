"""Firefox, by Marionette: WebDriver's commands as JSON over TCP (Debian has no geckodriver)."""

import json
import socket
from typing import Any

from e2e.engines.real_browser import RealBrowser, Refused


class Firefox(RealBrowser):
    name = "firefox"
    PREFS = {
        "marionette.port": 0,  # a free one
        "browser.download.folderList": 2,
        "browser.download.alwaysOpenPanel": False,
        "datareporting.policy.dataSubmissionPolicyBypassNotification": True,
        "app.normandy.enabled": False,
        "app.update.disabledForTesting": True,
        "browser.safebrowsing.update.enabled": False,
        "extensions.update.enabled": False,
        "network.captive-portal-service.enabled": False,
        "network.connectivity-service.enabled": False,
        "services.settings.server": "data:,#remote-settings-dummy/v1",
        "toolkit.telemetry.server": "",
    }

    def _start(self) -> None:
        profile = self.folder / "profile"
        profile.mkdir()
        prefs = self.PREFS | {"browser.download.dir": str(self.downloads)}
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in prefs.items()]
        (profile / "user.js").write_text("".join(lines))
        options = ["--headless", "--no-remote", "--marionette", "--remote-allow-system-access", "--profile", str(profile)]
        self.spawn(["firefox-esr", *options])
        port = profile / "MarionetteActivePort"
        self.wait_for(lambda: port.exists() and port.read_text(), "Marionette's port", 30)
        self._socket = socket.create_connection(("127.0.0.1", int(port.read_text())), timeout=60)
        self._answers = self._socket.makefile("rb")
        self._read()  # what it is
        self._number = 0
        self.command("NewSession", acceptInsecureCerts=True)

    def _read(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            byte = self._answers.read(1)
            assert byte, "Firefox has closed the connection"
            length += byte
        return json.loads(self._answers.read(int(length[:-1])))

    def command(self, name: str, **parameters: Any) -> Any:
        self._number += 1
        message = json.dumps([0, self._number, name if ":" in name else f"WebDriver:{name}", parameters]).encode()
        self._socket.sendall(b"%d:%s" % (len(message), message))
        _, number, error, result = self._read()
        assert number == self._number
        if error:
            raise Refused(f"{name}: {error['error']}: {error['message']}")
        return result["value"] if isinstance(result, dict) and set(result) == {"value"} else result

    def errors(self) -> list[str]:
        """Uncaught errors and violations of the policy in pages, as the browser's console has them."""
        self.command("Marionette:SetContext", value="chrome")
        try:
            return self.evaluate(
                "return Services.console.getMessageArray().filter(one => one instanceof Ci.nsIScriptError"
                " && !(one.flags & Ci.nsIScriptError.warningFlag) && /^https?:/.test(one.sourceName)).map(one => one.errorMessage)"
            )
        finally:
            self.command("Marionette:SetContext", value="content")

    def _end(self) -> None:
        self.command("Marionette:Quit", flags=["eForceQuit"])
        self._socket.close()
        self.processes[0].wait(10)
