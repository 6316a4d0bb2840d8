# The code and the state that the provider sent the browser back with;
# the cookie is from the start of the login.
curl --request POST \
  --cookie "csrf=$OAUTH_STATE" \
  --header 'Content-Type: application/json' \
  --data "{\"code\":\"$OAUTH_CODE\",\"state\":\"$OAUTH_STATE\"}" \
  'http://localhost:8000/api/oauth/login_callback/sandbox'
