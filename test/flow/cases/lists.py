def changed(x):
    args = ["ls"]
    args.append(x)
    reveal(args)  # value: ["ls", parameter x]  # taint: parameter x
    reveal(args[0])  # value: "ls"  # taint: none
