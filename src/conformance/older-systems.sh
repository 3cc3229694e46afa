#!/bin/sh
# The requests that clients of older systems send, as typed, on today's paths and on theirs.
# The server is the one of GATEHOUSE_URL, by default http://localhost:8080/mcp.
endpoint=${GATEHOUSE_URL:-http://localhost:8080/mcp}
server=${endpoint%/mcp}
failures=0

# expect STATUS PATTERN curl-arguments…: the status, and a line of the answer (headers or body) with the pattern.
expect() {
  status=$1 pattern=$2
  shift 2
  answer=$(curl -si --max-time 20 "$@" | tr -d '\r')
  got=$(printf '%s\n' "$answer" | sed -n '1s/^[^ ]* \([0-9]*\).*/\1/p')
  for last; do :; done
  if [ "$got" = "$status" ] && printf '%s\n' "$answer" | grep -qiE -- "$pattern"; then
    echo "ok      $status  $last"
  else
    echo "FAILED  $last: expected $status and '$pattern', got:"
    printf '%s\n\n' "$answer" | sed 's/^/        /'
    failures=$((failures + 1))
  fi
}

echo "A tool call without a credential is challenged, and the address that was typed is described to the letter."
for path in /mcp /mcp/ /api/v1/mcp; do
  description=$server/.well-known/oauth-protected-resource$path
  expect 401 "^WWW-Authenticate: Bearer .*resource_metadata=\"$description\"" \
    -X POST -H 'Content-Type: application/json' -d '{"method":"tools/list"}' "$server$path"
  expect 200 "\"resource\":\"$server$path\"" "$description"
done
for path in /.well-known /api/auth/.well-known; do
  expect 200 "\"resource\":\"$server/mcp\"" "$server$path/oauth-protected-resource"
done

echo "The authorization server is described, by its canonical paths only."
for path in /.well-known /api/auth/.well-known; do
  for document in oauth-authorization-server openid-configuration; do
    expect 200 "\"token_endpoint\":\"$server/oauth/token\"" "$server$path/$document"
  done
done

echo "A client registers, and its person is led to the sign-in page."
for prefix in /oauth '' /api/auth/mcp /api/oauth/per-user; do
  expect 201 '"client_id"' -H 'Content-Type: application/json' \
    -d '{"client_name":"Test","redirect_uris":["http://localhost:3000/callback"]}' "$server$prefix/register"
  client_id=$(printf '%s' "$answer" | sed -n 's/.*"client_id":"\([^"]*\)".*/\1/p')
  expect 303 "^Location: $server/oauth/consent" -G \
    -d response_type=code -d "client_id=$client_id" -d redirect_uri=http://localhost:3000/callback \
    -d code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM -d code_challenge_method=S256 -d state=typed \
    "$server$prefix/authorize"
  expect 401 '"error":"invalid_client"' -d grant_type=authorization_code -d code=guessed "$server$prefix/token"
done

[ "$failures" -eq 0 ] && echo "All answered as older clients expect." || echo "$failures failed."
[ "$failures" -eq 0 ]
