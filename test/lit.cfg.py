#===--- lit.cfg.py - how the tests run -----------------------------------===#
#
# Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------===#
#
# Substitutions (a test that uses one whose program was not built needs a
# REQUIRES line):
#
#   %check          runs a check on a test file: see tools/CheckTest.cpp
#   %truncate       runs all checks on half-typed files: see tools/TruncateTest.cpp
#   %clang_tidy     stock clang-tidy of this LLVM, without the plugin
#   %plugin         leash.so
#   %leash          leash, the command
#   %leash_tidy     clang-tidy with the checks in it
#   %leash_clangd   clangd with the checks in it     (REQUIRES: clangd)
#   %clangd         stock clangd of this LLVM        (REQUIRES: stock-clangd)
#   %lsp            talks to a clangd: see tools/LspClient.cpp
#   %api-resolve    resolves the API files in the real headers
#   %api            checks/api
#   %llvm_version   the major version
#   %lit            the command that runs lit, as a list of CMake's
#   %clang, %clangxx, %cmake, %source (the repository), %build (the build folder)
#   and those in optional_tools below
#
# FileCheck, not and split-file are found on PATH.
#
# Features: llvm-22 (this major), llvm-at-least-19 (this major or a later one),
# newest-llvm (no later one is installed: for tests of which one run is
# enough), other-llvm (another one is installed), and one for each tool that need
# not be there.
#
#===----------------------------------------------------------------------===#

import os
import shutil

import lit.formats

config.name = "Leash (LLVM %s)" % config.llvm_version
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".cpp", ".c", ".test"]
config.excludes = ["Inputs", "benchmark", "mocks", "tools"]
config.test_source_root = os.path.dirname(__file__)
# In unit/, the sources are no tests; a .test file there runs the program.
unit_tests = config.test_source_root + "/unit"
if os.path.isdir(unit_tests):
    config.excludes += [f for f in os.listdir(unit_tests) if f.endswith(".cpp")]
config.test_exec_root = config.build_dir + "/test"

# FileCheck, not and split-file are found on PATH: this version's first.
llvm_tools = os.path.dirname(config.filecheck)

# A clean environment: nothing that the user has set, and a home folder of the
# tests' own, so that no personal configuration of clangd, git or pre-commit
# counts. ccache's folder stays where it is: two tests build.
home = config.test_exec_root + "/home"
os.makedirs(home, exist_ok=True)
config.environment = {
    "HOME": home,
    "LC_ALL": "C.UTF-8",
    "PATH": os.pathsep.join([llvm_tools, os.environ.get("PATH", os.defpath)]),
    "CCACHE_DIR": os.environ.get(
        "CCACHE_DIR", os.path.expanduser("~/.cache/ccache")
    ),
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Leash",
    "GIT_AUTHOR_EMAIL": "leash@example.org",
    "GIT_COMMITTER_NAME": "Leash",
    "GIT_COMMITTER_EMAIL": "leash@example.org",
}

plugin = config.build_dir + "/lib/leash.so"
leash = config.build_dir + "/bin/leash"
leash_tidy = config.build_dir + "/bin/leash-tidy"
leash_clangd = config.build_dir + "/bin/leash-clangd"
tools = config.test_exec_root + "/tools"

check = " ".join(
    [
        tools + "/check-test",
        "-clang-tidy=" + config.clang_tidy,
        "-leash-tidy=" + leash_tidy,
        "-clang=" + config.clang,
        "-filecheck=" + config.filecheck,
        "-plugin=" + plugin,
        "-mocks-dir=" + config.test_source_root + "/mocks",
        "-out=%t.check",
    ]
)

truncate = " ".join(
    [
        tools + "/truncate-test",
        "-clang-tidy=" + config.clang_tidy,
        "-plugin=" + plugin,
        "-mocks-dir=" + config.test_source_root + "/mocks",
        "-out=%t.pieces",
        # The checks are the same in every LLVM, only the parsers differ: the one
        # that is the newest here gets every piece.
        "-stride=" + ("20" if config.newest_llvm else "300"),
        "-real-headers-stride=" + ("800" if config.newest_llvm else "12000"),
    ]
)

# Daemons are not on everybody's PATH.
sbin = os.environ.get("PATH", os.defpath) + os.pathsep + "/usr/sbin"

# Optional tools: name, path, and the feature that says that it is there.
optional_tools = [
    ("%leash_clangd", leash_clangd if config.has_clangd else "", "clangd"),
    ("%clangd", config.clangd, "stock-clangd"),
    ("%run_clang_tidy", config.run_clang_tidy, "run-clang-tidy"),
    ("%clang_tidy_diff", config.clang_tidy_diff, "clang-tidy-diff"),
    ("%readelf", config.readelf, "readelf"),
    ("%git", shutil.which("git"), "git"),
    ("%ninja", shutil.which("ninja"), "ninja"),
    ("%pre-commit", shutil.which("pre-commit"), "pre-commit"),
    ("%cpack", shutil.which("cpack"), "cpack"),
    ("%dpkg", shutil.which("dpkg-shlibdeps"), "dpkg"),
    ("%jq", shutil.which("jq"), "jq"),
    ("%chromium", shutil.which("chromium"), "chromium"),
    ("%yaml_bench", shutil.which("yaml-bench", path=llvm_tools), "yaml-bench"),
    ("%parallel", shutil.which("parallel"), "parallel"),
    ("%sshd", shutil.which("sshd", path=sbin), "sshd"),
    ("%slurm", shutil.which("slurmctld", path=sbin), "slurm"),
]
for name, path, feature in optional_tools:
    if path:
        config.available_features.add(feature)
        config.substitutions.append((name + r"\b", path))

# Longer names first: lit replaces text, not words.
config.substitutions += [
    (r"%api-resolve\b", tools + "/api-resolve"),
    (r"%api\b", config.source_dir + "/checks/api"),
    (r"%build\b", config.build_dir),
    (r"%check\b", check),
    (r"%clang_tidy\b", config.clang_tidy),
    (r"%clangxx\b", config.clangxx),
    (r"%clang\b", config.clang),
    (r"%cmake\b", config.cmake),
    (r"%leash_tidy\b", leash_tidy),
    (r"%leash\b", leash),
    (r"%lit\b", config.lit),
    (r"%llvm_version\b", config.llvm_version),
    (r"%lsp\b", tools + "/lsp-client"),
    (r"%plugin\b", plugin),
    (r"%source\b", config.source_dir),
    (r"%truncate\b", truncate),
]

version = int(config.llvm_version)

# The clang-tidy of every other version that is installed: test/guard.
other_hosts = []
for other in range(14, 31):
    host = shutil.which("clang-tidy-%d" % other)
    if host and other != version:
        other_hosts.append("%d=%s" % (other, host))
if other_hosts:
    config.available_features.add("other-llvm")
    config.substitutions.append((r"%other_hosts\b", ";".join(other_hosts)))

config.available_features.add("llvm-%d" % version)
for older in range(14, version + 1):
    config.available_features.add("llvm-at-least-%d" % older)
if config.newest_llvm:
    config.available_features.add("newest-llvm")

# Libraries whose real headers are installed. A test that needs others is
# unsupported, which is counted and printed.
headers = {
    "absl-headers": "/usr/include/absl/synchronization/notification.h",
    "apr-headers": "/usr/include/apr-1.0/apr_thread_proc.h",
    "asio-headers": "/usr/include/asio/io_context.hpp",
    "avahi-headers": "/usr/include/avahi-common/thread-watch.h",
    "boost-headers": "/usr/include/boost/thread.hpp",
    "civetweb-headers": "/usr/include/civetweb.h",
    "cppzmq-headers": "/usr/include/zmq_addon.hpp",
    "cpprest-headers": "/usr/include/cpprest/http_listener.h",
    "curl-headers": "/usr/include/x86_64-linux-gnu/curl/curl.h",
    "dbus-headers": "/usr/include/dbus-1.0/dbus/dbus.h",
    "event-headers": "/usr/include/event2/event.h",
    "glib-headers": "/usr/include/glib-2.0/glib.h",
    "grpc-headers": "/usr/include/grpcpp/server_context.h",
    "hiredis-headers": "/usr/include/hiredis/hiredis.h",
    "httplib-headers": "/usr/include/httplib.h",
    "ldap-headers": "/usr/include/ldap.h",
    "libssh-headers": "/usr/include/libssh/libssh.h",
    "libssh2-headers": "/usr/include/libssh2.h",
    "mariadb-headers": "/usr/include/mariadb/mysql.h",
    "microhttpd-headers": "/usr/include/microhttpd.h",
    "mingw-headers": "/usr/share/mingw-w64/include/windows.h",
    "modbus-headers": "/usr/include/modbus/modbus.h",
    "mongoc-headers": "/usr/include/libmongoc-1.0/mongoc/mongoc.h",
    "moodycamel-headers": "/usr/include/concurrentqueue/concurrentqueue.h",
    "mosquitto-headers": "/usr/include/mosquitto.h",
    "mysqlcppconn-headers": "/usr/include/mysql_driver.h",
    "nanomsg-headers": "/usr/include/nanomsg/nn.h",
    "nng-headers": "/usr/include/nng/nng.h",
    "openssl-headers": "/usr/include/openssl/ssl.h",
    "paho-headers": "/usr/include/mqtt/async_client.h",
    "pipewire-headers": "/usr/include/pipewire-0.3/pipewire/thread-loop.h",
    "poco-headers": "/usr/include/Poco/Thread.h",
    "pq-headers": "/usr/include/postgresql/libpq-fe.h",
    "pqxx-headers": "/usr/include/pqxx/pqxx",
    "pulseaudio-headers": "/usr/include/pulse/thread-mainloop.h",
    "qt-headers": "/usr/include/x86_64-linux-gnu/qt5/QtCore/qthread.h",
    "rabbitmq-headers": "/usr/include/amqp.h",
    "rdkafka-headers": "/usr/include/librdkafka/rdkafka.h",
    "sd-bus-headers": "/usr/include/systemd/sd-bus.h",
    "sdl-headers": "/usr/include/SDL2/SDL.h",
    "serialport-headers": "/usr/include/libserialport.h",
    "sfml-headers": "/usr/include/SFML/Network.hpp",
    "spdlog-headers": "/usr/include/spdlog/async.h",
    "tbb-headers": "/usr/include/oneapi/tbb/concurrent_queue.h",
    "thrift-headers": "/usr/include/thrift/transport/TSocket.h",
    "usb-headers": "/usr/include/libusb-1.0/libusb.h",
    "uv-headers": "/usr/include/uv.h",
    "websocketpp-headers": "/usr/include/websocketpp/endpoint.hpp",
    "zeromq-headers": "/usr/include/zmq.h",
}
for feature, path in headers.items():
    if os.path.exists(path):
        config.available_features.add(feature)
