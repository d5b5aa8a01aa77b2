from console.run import run


def finger(user, verbose=False):
    flag = "-l" if verbose else "-s"
    run(f"finger {flag} {user}")
