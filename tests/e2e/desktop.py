"""A desktop for one test: a screen, a session bus, an accessibility bus and portals of its own, and a file dialog that answers at once.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import shutil
import signal
import subprocess
import sys
import threading

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "display"))
BACKEND = "org.freedesktop.impl.portal.desktop.espaliertest"
FILE_CHOOSER = """<node><interface name="org.freedesktop.impl.portal.FileChooser">
  <method name="OpenFile">
    <arg type="o" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="a{sv}" direction="in"/><arg type="u" direction="out"/><arg type="a{sv}" direction="out"/>
  </method>
  <method name="SaveFile">
    <arg type="o" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="a{sv}" direction="in"/><arg type="u" direction="out"/><arg type="a{sv}" direction="out"/>
  </method>
</interface></node>"""
# what a test's surroundings say, and an application that is installed must not hear
UNSET = ("GDK_DEBUG", "GSETTINGS_BACKEND", "GSETTINGS_SCHEMA_DIR", "G_DEBUG", "G_MESSAGES_DEBUG", "ADW_DISABLE_PORTAL", "WAYLAND_DISPLAY", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
         "XDG_CACHE_HOME", "AT_SPI_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS", "DBUS_STARTER_ADDRESS", "LANGUAGE")


class Desktop:
    """Sets the environment of this process when it is made, and ends all it started with its block.

    FOLDER is empty, RUNTIME the folder of the session, DATA_DIRS are where services are, besides the system's."""

    def __init__(self, folder, runtime, data_dirs=()):
        self.home = os.path.join(folder, "home")
        self.portals = os.path.join(folder, "portals")
        for path in (self.home, self.portals):
            os.makedirs(path)
        for name in UNSET:
            os.environ.pop(name, None)
        os.environ.update(HOME=self.home, XDG_RUNTIME_DIR=runtime, XDG_CURRENT_DESKTOP="GNOME", GTK_A11Y="atspi", GSK_RENDERER="cairo", GDK_BACKEND="x11",
                          LC_ALL="C.UTF-8", XDG_DESKTOP_PORTAL_DIR=self.portals,
                          XDG_DATA_DIRS=":".join([*data_dirs, os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"]))
        with open(os.path.join(self.portals, "espaliertest.portal"), "w", encoding="utf-8") as file:
            file.write(f"[portal]\nDBusName={BACKEND}\nInterfaces=org.freedesktop.impl.portal.FileChooser\nUseIn=gnome\n")
        with open(os.path.join(self.portals, "portals.conf"), "w", encoding="utf-8") as file:
            file.write("[preferred]\ndefault=espaliertest\n")
        self.screen = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
                                       stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        os.environ["DISPLAY"] = ":" + self.screen.stdout.readline().strip()
        # quiet: what services say is not about the test
        self.bus = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address=1"],
                                    stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True)
        self.address = self.bus.stdout.readline().strip()
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = self.address

    def call(self, name, path, interface, method, arguments):
        """Calls over the bus; ARGUMENTS as GVariant text. Returns: the answer as text; empty if there was none."""
        from gi.repository import Gio, GLib

        bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        try:
            return str(bus.call_sync(name, path, interface, method, GLib.Variant.parse(None, arguments, None, None), None, 0, 30000, None).unpack())
        except GLib.Error as error:
            print(f"# {method}: {error.message}")
            return ""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        runtime = os.environ["XDG_RUNTIME_DIR"]
        # services end with their bus; those that the bus started are in its process group
        for process, group in ((self.bus, True), (self.screen, False)):
            try:
                if group:
                    os.killpg(process.pid, signal.SIGTERM)
                else:
                    process.terminate()
                process.wait(10)
            except (ProcessLookupError, subprocess.TimeoutExpired):
                process.kill()
        if shutil.which("fusermount3") or shutil.which("fusermount"):
            subprocess.run([shutil.which("fusermount3") or "fusermount", "-uzq", os.path.join(runtime, "doc")], check=False, stderr=subprocess.DEVNULL)


class FileChooser:
    """The backend of the desktop's file dialog: somebody who knows at once which file is meant."""

    def __init__(self, address, to_open, to_save):
        self.to_open = to_open
        self.to_save = to_save
        self.opened = 0
        self.saved = 0
        self.asked = []  # all that the dialog was asked for, as text
        ready = threading.Event()
        threading.Thread(target=self.serve, args=(address, ready), daemon=True).start()
        ready.wait(10)

    def serve(self, address, ready):
        from gi.repository import Gio, GLib

        context = GLib.MainContext.new()
        context.push_thread_default()
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        bus = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        bus.register_object("/org/freedesktop/portal/desktop", Gio.DBusNodeInfo.new_for_xml(FILE_CHOOSER).interfaces[0], self.answer, None, None)
        bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName", GLib.Variant("(su)", (BACKEND, 4)), None, 0, -1, None)
        ready.set()
        GLib.MainLoop.new(context, False).run()

    def answer(self, bus, sender, path, interface, method, parameters, invocation):
        from gi.repository import GLib

        options = parameters.unpack()[4]
        for key, value in options.items():
            text = bytes(value).decode(errors="replace") if isinstance(value, list) and value and isinstance(value[0], int) else str(value)
            self.asked.append(f"{key}: {text}")
        if method == "OpenFile":
            self.opened += 1
            path = self.to_open
        else:
            self.saved += 1
            path = self.to_save
        uri = GLib.filename_to_uri(path, None)
        invocation.return_value(GLib.Variant("(ua{sv})", (0, {"uris": GLib.Variant("as", [uri]), "writable": GLib.Variant("b", True)})))
