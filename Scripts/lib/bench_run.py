#!/usr/bin/env python3
"""bench_run.py --binaries DIR --work DIR [--pages N] [--hosts N]: `stet run` over known pages.

Makes an archive of pages that are due, at hosts on this machine (127.0.x.y) where nginx answers 304 to whoever knows the
page. The first run visits them all, the second has nothing to do, and is taken three times. Wall time, processor time and
peak memory are those of the whole process.
"""
import argparse
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import time

parser = argparse.ArgumentParser()
parser.add_argument("--binaries", required=True, type=pathlib.Path)
parser.add_argument("--work", required=True, type=pathlib.Path)
parser.add_argument("--pages", type=int, default=100_000)
parser.add_argument("--hosts", type=int, default=1000)
options = parser.parse_args()

work = options.work.resolve()
work.mkdir(parents=True)
hosts = [f"127.0.{64 + number // 250}.{1 + number % 250}" for number in range(options.hosts)]
with socket.socket() as probe:
    probe.bind((hosts[0], 0))
    port = probe.getsockname()[1]
temporary = " ".join(f"{name}_temp_path {work}/temp;" for name in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"])
listen = "".join(f"    listen {host}:{port};\n" for host in hosts)
(work / "nginx.conf").write_text(f"""daemon off; master_process off; pid {work}/nginx.pid;
worker_rlimit_nofile 65536;
events {{ worker_connections 8192; }}
http {{ access_log off; {temporary} keepalive_requests 1000000;
  server {{
{listen}    location = /robots.txt {{ return 404; }}
    location /reviews/ {{ if ($http_if_none_match) {{ return 304; }} return 500; }}
  }} }}
""")
(work / "sites").write_text("".join(f"http://{host}:{port}\n" for host in hosts))
(work / "stet.yaml").write_text("archive: Archive\nsites:\n" + "".join(
    f"  - url: http://{host}:{port}/\n    feeds: none\n    delay: 0\n" for host in hosts))


def wait_for_server():
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex((hosts[-1], port)) == 0:
                return
        time.sleep(0.05)
    sys.exit("bench: nginx does not start: " + (work / "error.log").read_text())


def measure():
    """Wall seconds, processor seconds, peak memory in MB."""
    start = time.monotonic()
    process = subprocess.Popen([options.binaries / "stet", "run", "--json"], cwd=work, stdout=subprocess.PIPE)
    lines = sum(line.count(b'"unchanged"') for line in process.stdout)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    if status != 0:
        sys.exit(f"bench: stet run ended with status {status}")
    return lines, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


nginx = shutil.which("nginx") or "/usr/sbin/nginx"
server = subprocess.Popen([nginx, "-p", work, "-e", work / "error.log", "-c", work / "nginx.conf"],
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
try:
    wait_for_server()
    start = time.monotonic()
    subprocess.run([options.binaries / "stet-bench", "known", work / "Archive", work / "sites", "--pages",
                    str(options.pages)], check=True)
    subprocess.run([options.binaries / "stet", "list", "--limit", "1"], cwd=work, check=True,
                   stdout=subprocess.DEVNULL)
    print(f"{options.pages} pages at {options.hosts} hosts, made in {time.monotonic() - start:.0f} s")
    print(" " * 24, "  wall s    CPU s  peak MB  pages/s  CPU us/page")
    lines, wall, processor, memory = measure()
    if lines != options.pages:
        sys.exit(f"bench: {lines} pages were unchanged, not {options.pages}")
    print("all due and unchanged".ljust(24),
          f"{wall:8.2f} {processor:8.2f} {memory:8.0f} {lines / wall:8.0f} {processor / lines * 1e6:12.0f}")
    for _ in range(3):
        lines, wall, processor, memory = measure()
        if lines != 0:
            sys.exit(f"bench: {lines} pages were visited, though none was due")
        print("none due".ljust(24), f"{wall:8.2f} {processor:8.2f} {memory:8.0f}")
finally:
    server.terminate()
    server.wait()
