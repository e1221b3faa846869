"""Who it is: sign-in by OpenID Connect, which more than one face asks for.

asking          what a provider is asked
oidc            whether its answer is to be believed, and who it is
back_channel    a provider ends what began with its answer
brokers         how each provider is asked, and what of it is believed
relying         who we are to a provider: our name and our key
provider        what a provider says of itself, and whether it signed something
refusals        what is refused, in words
demo_provider   a provider for the demo and the tests, which proves nothing about anybody

The one rule: what comes out is what the provider has said and signed; who may do what with it is
the asking face's own to say.
"""
