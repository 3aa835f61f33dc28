# Sourced by the scripts that need a web server, after talk.sh: nginx on loopback, one process, its files in the folder
# $work, the site in $work/site. Ended by stop_server, by its own process id.
# shellcheck shell=bash disable=SC2154

nginx=$(command -v nginx || echo /usr/sbin/nginx)
server=''

stop_server() {
  if [[ -n $server ]]; then
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
    server=''
  fi
}

answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# serve PORT: false when the port is taken. The variable site_charset is the charset that the server names, if any.
serve() {
  local port=$1 waited
  answers "$port" && return 1
  cat >"$work/nginx.conf" <<NGINX
daemon off;
master_process off;
pid $work/nginx.pid;
error_log $work/error.log;
events { worker_connections 64; }
http {
  access_log off;
  client_body_temp_path $work/temp;
  proxy_temp_path $work/temp;
  fastcgi_temp_path $work/temp;
  uwsgi_temp_path $work/temp;
  scgi_temp_path $work/temp;
  types { text/html html; text/css css; image/png png; image/svg+xml svg; application/xml xml; text/plain txt; }
  charset ${site_charset:-off};
  server {
    listen 127.0.0.1:$port;
    root $work/site;
    index index.html;
  }
}
NGINX
  "$nginx" -p "$work" -e "$work/error.log" -c "$work/nginx.conf" >"$work/output.log" 2>&1 &
  server=$!
  for ((waited = 0; waited < 100; waited++)); do
    if ! kill -0 "$server" 2>/dev/null; then
      wait "$server" || true
      server=''
      return 1
    fi
    answers "$port" && return 0
    sleep 0.05
  done
  stop_server
  return 1
}

# serve_on PORT…: serves on the first of them that is free, and sets `port`.
serve_on() {
  for port in "$@"; do
    serve "$port" && return
  done
  cat "$work/error.log" "$work/output.log" >&2 2>/dev/null || true
  fail 69 "the site could not be served on any port from $1 to ${*: -1}. Free one of them, then run again."
}
