# A browser does these steps by itself: it is sent to the provider, and comes
# back with a code and a state. The provider of the sandbox asks no question,
# and takes the e-mail from `login_hint`.
provider=$(curl --silent --output /dev/null --cookie-jar cookies.txt \
  --write-out '%{redirect_url}' 'http://localhost:8000/api/oauth/login/sandbox')
back=$(curl --silent --output /dev/null --write-out '%{redirect_url}' \
  "$provider&login_hint=margaret@example.com")
code=$(expr "$back" : '.*[?&]code=\([^&]*\)')
state=$(expr "$back" : '.*[?&]state=\([^&]*\)')

# The call itself, with the cookie that belongs to the state.
curl --request POST \
  --cookie cookies.txt \
  --header 'Content-Type: application/json' \
  --data "{\"code\":\"$code\",\"state\":\"$state\"}" \
  'http://localhost:8000/api/oauth/login_callback/sandbox'
