"""Who it is: sign-in by OpenID Connect, which more than one face asks for.

oidc            ask a provider, and check its answer
demo_provider   a provider for the demo and the tests, which proves nothing about anybody

The one rule: what comes out is what the provider has said and signed; who may do what with it is
the asking face's own to say.
"""
